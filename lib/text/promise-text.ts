import { passedWithoutCompletionText, passedWithoutRecordText } from "@/lib/text/site-text";

type Words = {
  silent: string;
  /** Something was published about the project since its source. */
  reported: string;
};

/** What the register knows of a promise on a day; never 未完成 when only a record is missing. */
export const promiseStandingText = {
  met: { silent: "已完成", reported: "已完成" },
  passed: { silent: passedWithoutRecordText, reported: passedWithoutCompletionText },
  ahead: { silent: "时限未到", reported: "时限未到" },
  undated: { silent: "没有后续记录", reported: "有后续进展，见项目页" },
} as const satisfies Record<"met" | "passed" | "ahead" | "undated", Words>;
