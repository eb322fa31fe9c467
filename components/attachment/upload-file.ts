import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { headBytes, readFileHead } from "@/lib/attachment/attachment-rules";
import { paths } from "@/lib/paths";
import { attachmentProblemText, uploadFailedText } from "@/lib/text/attachment-text";

type Uploaded = { added: Attachment } | { message: string };

/** Sends a file for a report; `onProgress` hears which share of it has gone, 0–1. */
export async function uploadFile(
  form: NamedForm,
  file: File,
  onProgress: (share: number) => void,
): Promise<Uploaded> {
  // Said before minutes of sending, not after.
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const read = readFileHead({ name: file.name, size: file.size, head });
  if ("problem" in read) return { message: attachmentProblemText[read.problem] };
  const request = await send(form, file, onProgress);
  if (request.status === 201) return { added: request.response };
  return { message: request.response?.detail ?? uploadFailedText };
}

/** `fetch` cannot tell how far it is. */
function send(
  { code, corrects }: NamedForm,
  file: File,
  onProgress: (share: number) => void,
): Promise<XMLHttpRequest> {
  const body = new FormData();
  body.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", paths.uploads(code, corrects));
  request.setRequestHeader("accept", "application/json");
  request.responseType = "json";
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    onProgress(total > 0 ? loaded / total : 0),
  );
  return new Promise((resolve) => {
    request.addEventListener("loadend", () => resolve(request));
    request.send(body);
  });
}
