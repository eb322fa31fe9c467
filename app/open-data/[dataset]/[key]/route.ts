import { answerWithProblem } from "@/lib/http/answer-with-problem";
import { problemJson } from "@/lib/http/problem-json";
import { openData } from "@/lib/open-data/datasets";

// Stored whole like a public page; the proxy turns an API address into this one.
export const dynamic = "force-static";
export const dynamicParams = true;

/** Nothing is read at build time: the build needs no database. */
export function generateStaticParams(): { dataset: string; key: string }[] {
  return [];
}

type Context = { params: Promise<{ dataset: string; key: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { dataset, key } = await params;
  return answerWithProblem(async () => {
    const body = await openData(dataset, key);
    return body
      ? Response.json(body)
      : problemJson({ status: 404, title: "没有这项数据", detail: "请核对编号。" });
  });
}
