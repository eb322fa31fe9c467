const readingMethods = ["GET", "HEAD", "OPTIONS"];

/**
 * Whether a request may change something: reading ones always, others only from a page of this site. A browser
 * names the page's origin on every post; `null` is what a foreign sandbox sends.
 */
export function mayChangeState({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  if (readingMethods.includes(method)) return true;
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const ownHosts = [headers.get("x-forwarded-host"), headers.get("host")];
  return ownHosts.includes(new URL(origin).host);
}
