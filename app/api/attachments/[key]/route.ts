import { attachmentHeaders } from "@/lib/attachment/attachment-headers";
import { findAttachmentFile } from "@/lib/attachment/attachment-queries";
import { getViewer } from "@/lib/auth/current-viewer";
import { answerWithProblem } from "@/lib/http/answer-with-problem";
import { problemJson } from "@/lib/http/problem-json";
import { storage } from "@/lib/storage/configured-storage";
import { thumbnailKey } from "@/lib/storage/storage-key";

type Context = { params: Promise<{ key: string }> };

/** The bytes of a photo or file, for who may see it; for anybody else there is none. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { key } = await params;
  return answerWithProblem(async () => {
    const file = await findAttachmentFile(await getViewer(), key);
    if (!file)
      return problemJson({ status: 404, title: "没有这个附件", detail: "请核对地址；它也可能已经撤回。" });
    const isSmall = file.kind === "photo" && new URL(request.url).searchParams.get("size") === "thumb";
    const headers = attachmentHeaders({ ...file, isInline: file.kind === "photo", isSmall });
    if (request.headers.get("if-none-match") === headers.etag)
      return new Response(null, { status: 304, headers });
    const body = await storage.read(isSmall ? thumbnailKey(file.blob) : file.blob);
    if (!body) throw new Error(`The storage has lost the attachment ${key}`);
    return new Response(body, { headers });
  });
}
