import { addAttachment } from "@/lib/attachment/attachment-commands";
import { readUpload } from "@/lib/attachment/read-upload";
import { UploadRefused } from "@/lib/attachment/upload-refused";
import { postRoute } from "@/lib/auth/post-route";
import { problemJson } from "@/lib/http/problem-json";
import { seeOther } from "@/lib/http/see-other";
import { isSentByForm } from "@/lib/http/sent-by-form";
import { paths } from "@/lib/paths";
import { reportForm } from "@/lib/progress/report-form-rules";

/** Takes one photo or file for the report on the project that the address names. */
export const POST = postRoute("POST /api/uploads", async (viewer, request) => {
  const code = new URL(request.url).searchParams.get("code") ?? "";
  const isForm = isSentByForm(request);
  try {
    const file = await readUpload(request);
    const attachment = await addAttachment(viewer, { code, form: reportForm(code) }, file);
    return isForm ? seeOther(paths.staffReportAttachments(code)) : Response.json(attachment, { status: 201 });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    if (isForm) return seeOther(paths.staffReportAttachments(code, error.problem));
    const status = error.problem === "too-big" ? 413 : 422;
    return problemJson({ status, title: "没有收下这个文件", detail: error.message });
  }
});
