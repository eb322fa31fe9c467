/** How much of a body that is too long is read and thrown away, so that a browser hears the answer. */
const drainedShare = 3;

/** The body of a request; null when it is longer than `mostBytes`, whatever length it says it has. */
export async function readBounded(request: Request, mostBytes: number): Promise<Uint8Array | null> {
  const stated = Number(request.headers.get("content-length"));
  if (stated > mostBytes * drainedShare) return null;
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.length;
    if (bytes > mostBytes * drainedShare) return null;
    if (bytes <= mostBytes) pieces.push(piece);
    else pieces.length = 0;
  }
  return bytes > mostBytes ? null : Buffer.concat(pieces);
}
