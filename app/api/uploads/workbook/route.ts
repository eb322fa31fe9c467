import { postRoute } from "@/lib/auth/post-route";
import type { Viewer } from "@/lib/auth/viewer";
import { workbookLimits } from "@/lib/excel/workbook-limits.mjs";
import { problemJson } from "@/lib/http/problem-json";
import { readBounded } from "@/lib/http/read-bounded";
import { seeOther } from "@/lib/http/see-other";
import { isSentByForm } from "@/lib/http/sent-by-form";
import { TooManyUploads, type UploadedWorkbook, uploadWorkbook } from "@/lib/import/import-commands";
import { paths } from "@/lib/paths";
import { type UploadProblem, uploadProblemText } from "@/lib/text/import-text";

// What a form adds around the file.
const mostBytesAround = 16 * 1024;

/** Takes a workbook and leads to what was understood of it. */
export const POST = postRoute("POST /api/uploads/workbook", async (viewer, request) => {
  const sent = await readFile(request);
  if ("problem" in sent) return refuse(request, sent.problem);
  const id = await upload(viewer, sent);
  if (id === null) return refuse(request, "too-often");
  if (isSentByForm(request)) return seeOther(paths.staffImportPreview(id));
  return Response.json({ id, address: paths.staffImportPreview(id) }, { status: 201 });
});

async function upload(viewer: Viewer, sent: UploadedWorkbook): Promise<number | null> {
  try {
    return (await uploadWorkbook(viewer, sent)).id;
  } catch (error) {
    if (error instanceof TooManyUploads) return null;
    throw error;
  }
}

async function readFile(request: Request): Promise<UploadedWorkbook | { problem: UploadProblem }> {
  const body = await readBounded(request, workbookLimits.bytes + mostBytesAround);
  if (!body) return { problem: "too-big" };
  const contentType = request.headers.get("content-type") ?? "";
  const sent = new Response(Uint8Array.from(body), { headers: { "content-type": contentType } });
  const form = await sent.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File) || file.size === 0) return { problem: "nothing" };
  if (file.size > workbookLimits.bytes) return { problem: "too-big" };
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function refuse(request: Request, problem: UploadProblem): Response {
  if (isSentByForm(request)) return seeOther(paths.staffImport(problem));
  const status = problem === "too-big" ? 413 : 422;
  return problemJson({ status, title: "没有收下这个文件", detail: uploadProblemText[problem] });
}
