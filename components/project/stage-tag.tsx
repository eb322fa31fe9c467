import { Icon } from "@/components/ui/icon";
import { stageText, stageTileText } from "@/lib/text/stage-text";
import { stageMarks } from "./stage-marks";

type Props = {
  stage: keyof typeof stageText;
  /** The word of a count's heading: 已签约. */
  tile?: boolean;
};

/** Where a project stands, as shape and word. */
export function StageTag({ stage, tile }: Props) {
  const { icon, tagClass } = stageMarks[stage];
  return (
    <span className={`tag ${tagClass}`}>
      <Icon name={icon} />
      {(tile ? stageTileText : stageText)[stage]}
    </span>
  );
}
