import { dataPolicy } from "./content-security-policy.mjs";

/** An error of the API; `title` and `detail` are Chinese. */
type Problem = { status: number; title: string; detail?: string; parameters?: readonly string[] };

/** An RFC 9457 answer. */
export function problemJson(problem: Problem, headers: Record<string, string> = {}): Response {
  return Response.json(
    { type: "about:blank", ...problem },
    {
      status: problem.status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        "content-security-policy": dataPolicy,
        ...headers,
      },
    },
  );
}
