import "server-only";
import { unstable_rethrow } from "next/navigation";
import { log } from "../log";
import { problemJson } from "./problem-json";

/** Answers an API request; a failure is logged and answered as problem+json, which is never stored. */
export async function answerWithProblem(answer: () => Promise<Response>): Promise<Response> {
  try {
    return await answer();
  } catch (error) {
    // Next's own signals are thrown too.
    unstable_rethrow(error);
    log.error("An API request failed", { error });
    return problemJson(
      { status: 500, title: "系统出错", detail: "错误已经记录，请稍后重试。" },
      { "cache-control": "no-store" },
    );
  }
}
