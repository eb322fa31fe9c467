import type { IsoDate } from "@/lib/format/date-range";
import type { PublicProject } from "@/lib/project/project-dto";
import { conditionText } from "@/lib/text/condition-text";
import { stageText } from "@/lib/text/stage-text";

type Told = Pick<
  PublicProject,
  "summary" | "sourcedOn" | "reportedOn" | "tracking" | "stage" | "condition" | "percent"
>;

/** What the project is and how it is known to stand, in one breath. */
export function projectSentence(project: Told): string {
  const { summary, sourcedOn, reportedOn } = project;
  const promise = `据 ${sourcedOn} 的报道：${summary}`;
  return reportedOn === null
    ? `${promise}；${standingWithoutRecord(project)}`
    : `${promise}。${standing(project, reportedOn)}`;
}

function standingWithoutRecord({ tracking }: Told): string {
  return tracking === "unverified" ? "此后没有记录，现状待核实。" : "还没有填报。";
}

function standing({ stage, condition, percent, tracking }: Told, reportedOn: IsoDate): string {
  const facts = [
    `当前阶段${stageText[stage]}`,
    condition !== null && `状况${conditionText[condition]}`,
    percent !== null && `形象进度 ${percent}%`,
  ].filter((fact) => fact !== false);
  const after = tracking === "lapsed" ? "此后断报，超过 3 个月没有记录。" : "";
  return `${reportedOn} 的最近记录：${facts.join("，")}。${after}`;
}
