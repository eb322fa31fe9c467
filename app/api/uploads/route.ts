import { addAttachment } from "@/lib/attachment/attachment-commands";
import { readUpload } from "@/lib/attachment/read-upload";
import { UploadRefused } from "@/lib/attachment/upload-refused";
import { postRoute } from "@/lib/auth/post-route";
import { problemJson } from "@/lib/http/problem-json";
import { seeOther } from "@/lib/http/see-other";
import { isSentByForm } from "@/lib/http/sent-by-form";
import { paths } from "@/lib/paths";
import { attachedFormSchema } from "@/lib/progress/report-attachment-schema";
import { attachedForm } from "@/lib/progress/report-form-rules";

/** Takes one photo or file for the report that the address names. */
export const POST = postRoute("POST /api/uploads", async (viewer, request) => {
  const named = attachedFormSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  const { code, corrects } = named.data ?? { code: "", corrects: null };
  const isForm = isSentByForm(request);
  try {
    const file = await readUpload(request);
    const attachment = await addAttachment(viewer, attachedForm(code, corrects), file);
    if (isForm) return seeOther(paths.staffReportAttachments(code, corrects));
    return Response.json(attachment, { status: 201 });
  } catch (error) {
    if (!(error instanceof UploadRefused)) throw error;
    if (isForm) return seeOther(paths.staffReportAttachments(code, corrects, error.problem));
    const status = error.problem === "too-big" ? 413 : 422;
    return problemJson({ status, title: "没有收下这个文件", detail: error.message });
  }
});
