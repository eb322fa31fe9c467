import { Note } from "@/components/ui/note";
import { formatMonth } from "@/lib/format/date-words";
import { formatInstant } from "@/lib/format/shanghai-time";
import type { OtherDraft } from "@/lib/progress/progress-queries";

/** Who else is at work on the same project, before two people have typed the same. */
export function WorkOfOthers({ drafts }: { drafts: readonly OtherDraft[] }) {
  if (drafts.length === 0) return null;
  return (
    <Note tone="warn">
      {drafts.map(({ author, month, savedAt }) => `${draftText(author, month, savedAt)}。`)}
      一个月只收一份，先提交的算数；另一份留在草稿里，不会丢。请先商量由谁填报。
    </Note>
  );
}

function draftText(author: string, month: string | null, savedAt: string): string {
  const isMonth = month !== null && /^\d{4}-\d{2}$/.test(month);
  const about = isMonth ? formatMonth(month) : "这个项目";
  return `${author}也在填${about}，草稿保存于 ${formatInstant(new Date(savedAt))}`;
}
