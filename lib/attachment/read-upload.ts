import "server-only";
import { readBounded } from "@/lib/http/read-bounded";
import type { SentFile } from "./attachment-content";
import { mostBytesOfUpload } from "./attachment-rules";
import { UploadRefused } from "./upload-refused";

/** The file of a multipart form; its size is counted as it comes, whatever the request says of it. */
export async function readUpload(request: Request): Promise<SentFile> {
  const body = await readBounded(request, mostBytesOfUpload);
  if (!body) throw new UploadRefused("too-big");
  const contentType = request.headers.get("content-type") ?? "";
  const sent = new Response(Uint8Array.from(body), { headers: { "content-type": contentType } });
  const form = await sent.formData().catch(() => null);
  if (!form) throw new UploadRefused("broken");
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) throw new UploadRefused("nothing");
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}
