import { EmptyState } from "@/components/ui/empty-state";
import { paths } from "@/lib/paths";

/** No row: because none fits, or because there is none. */
export function NoProblems({ isNarrowed }: { isNarrowed: boolean }) {
  if (!isNarrowed) {
    return <EmptyState title="没有待协调的问题">已发布的填报里，提出的问题都已解决，或没有提出。</EmptyState>;
  }
  return (
    <EmptyState title="没有符合条件的问题">
      <p>
        试试少选一个条件，或<a href={paths.problems()}>看没解决的全部问题</a>。
      </p>
    </EmptyState>
  );
}
