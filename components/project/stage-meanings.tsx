import { stages } from "@/lib/project/project-rules";
import { stageMeaningText } from "@/lib/text/stage-text";
import { StageTag } from "./stage-tag";

/** What each stage says of a project, side by side. */
export function StageMeanings() {
  return (
    <div className="cols-3">
      {stages.map((stage) => (
        <div key={stage}>
          <StageTag stage={stage} />
          <p className="small soft">{stageMeaningText[stage]}</p>
        </div>
      ))}
    </div>
  );
}
