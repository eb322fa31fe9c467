import type { AdvanceGap } from "@/lib/project/advance-rules";
import type { Stage } from "@/lib/project/project-rules";
import { stageText } from "@/lib/text/stage-text";

type Props = {
  gaps: readonly AdvanceGap[];
  to: Stage;
  /** Whether the viewer may make a unit responsible; others only read that it is missing. */
  canAssign: boolean;
  /** Whether the viewer may write changes and reports. */
  canWrite: boolean;
};

/** What a project lacks before its next stage, each with the page that puts it right. */
export function MissingToAdvance({ gaps, to, canAssign, canWrite }: Props) {
  if (gaps.length === 0) return <p>{`推进到“${stageText[to]}”要的都有了。`}</p>;
  return (
    <>
      <p>{`推进到“${stageText[to]}”，还缺 ${gaps.length} 项：`}</p>
      <ul className="gaps">
        {gaps.map(({ field, name, why, href }) => (
          <li key={field}>
            {(field === "unit" ? canAssign : canWrite) ? <a href={href}>{name}</a> : <b>{name}</b>}
            <span className="block small faint">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
