import type { IconName } from "@/components/ui/icon-symbols";
import type { stageText } from "@/lib/text/stage-text";

type Marks = { icon: IconName; tagClass: string; cellClass: string | null };

/** One shape per stage: empty on a base line, half full, full. */
export const stageMarks = {
  signed: { icon: "signed", tagClass: "stage-signed", cellClass: null },
  under_construction: { icon: "building", tagClass: "stage-building", cellClass: "building" },
  operating: { icon: "operating", tagClass: "stage-operating", cellClass: "operating" },
} as const satisfies Record<keyof typeof stageText, Marks>;
