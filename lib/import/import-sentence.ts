import type { ImportVerdict } from "@/lib/import/import-dto";

/** How many rows came of an upload, by what handing them in would do. */
export type VerdictCounts = Record<ImportVerdict, number>;

/** "3 行可以提交，2 行有错，9 行没有变化"; what there is none of is left out. */
export function countSentence(counts: VerdictCounts): string {
  const parts: [number, string][] = [
    [counts.new + counts.changed, "行可以提交"],
    [counts.bad, "行有错"],
    [counts.in_review, "行已在审核"],
    [counts.unchanged, "行没有变化"],
  ];
  const words = parts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return words.join("，") || "没有读到行";
}
