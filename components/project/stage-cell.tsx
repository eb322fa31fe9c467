import { classNames } from "@/components/ui/class-names";
import type { stageText } from "@/lib/text/stage-text";
import { stageMarks } from "./stage-marks";

/** The bare cell; the stage's word must stand beside it. */
export function StageCell({ stage }: { stage: keyof typeof stageText }) {
  return <span className={classNames("cell", stageMarks[stage].cellClass)} aria-hidden="true" />;
}
