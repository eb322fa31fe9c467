import type { MilestoneNow } from "@/lib/milestone/milestone-rules";
import { passedWithoutCompletionText, passedWithoutRecordText } from "@/lib/text/site-text";

/** What the public reads beside a deadline; it says nothing of blame. */
export const milestoneNowText = {
  done: "已完成",
  passed_in_silence: passedWithoutRecordText,
  passed: passedWithoutCompletionText,
  not_due: "未到时限",
  no_deadline: "来源未载明时限",
} as const satisfies Record<MilestoneNow, string>;
