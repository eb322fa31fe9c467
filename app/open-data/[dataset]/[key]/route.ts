import { db } from "@/lib/db";
import { answerWithProblem } from "@/lib/http/answer-with-problem";
import { problemJson } from "@/lib/http/problem-json";

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
    const body = await datasets.get(dataset)?.(key);
    return body
      ? Response.json(body)
      : problemJson({ status: 404, title: "没有这项数据", detail: "请核对编号。" });
  });
}

const datasets = new Map<string, (key: string) => Promise<object | null>>([
  ["project", (code) => db.project.findUnique({ where: { code }, select: { code: true, name: true } })],
  ["projects", async () => ({ total: await db.project.count() })],
]);
