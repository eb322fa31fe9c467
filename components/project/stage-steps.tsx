import type { ReactNode } from "react";
import { type Stage, stages } from "@/lib/project/project-rules";
import { stageText } from "@/lib/text/stage-text";
import { StageCell } from "./stage-cell";

type Props = {
  current: Stage;
  /** Under each stage: its date, its source or why it is missing. */
  details: Record<Stage, ReactNode>;
};

/** The way from signature to operation, with the current stage marked. */
export function StageSteps({ current, details }: Props) {
  const now = stages.indexOf(current);
  return (
    <ol className="steps">
      {stages.map((stage, index) => (
        <li
          key={stage}
          className={index < now ? "done" : index === now ? "now" : "todo"}
          aria-current={index === now ? "step" : undefined}
        >
          <StageCell stage={stage} />
          <b>{stageText[stage]}</b>
          {details[stage]}
        </li>
      ))}
    </ol>
  );
}
