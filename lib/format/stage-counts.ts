import { stageTileText } from "@/lib/text/stage-text";

type Counts = Record<keyof typeof stageTileText, number>;

const order = ["signed", "under_construction", "operating"] as const;

/** "都已签约" for projects that stand alike, "已签约" for one, else "3 个已签约，1 个在建"; empty for none. */
export function formatStageCounts(counts: Counts): string {
  const present = order.filter((stage) => counts[stage] > 0);
  const [only] = present;
  if (only && present.length === 1) return `${counts[only] > 1 ? "都" : ""}${stageTileText[only]}`;
  return present.map((stage) => `${counts[stage]} 个${stageTileText[stage]}`).join("，");
}
