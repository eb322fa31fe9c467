import type { IsoDate } from "@/lib/format/date-range";
import type { PublicProject } from "@/lib/project/project-dto";
import { conditionText } from "@/lib/text/condition-text";
import { stageText } from "@/lib/text/stage-text";

type Told = Pick<
  PublicProject,
  | "summary"
  | "sourcedOn"
  | "reportedOn"
  | "tracking"
  | "stage"
  | "condition"
  | "percent"
  | "citations"
  | "registerChanges"
  | "sources"
>;

/** What the project is and how it is known to stand, in one breath. */
export function projectSentence(project: Told): string {
  const { summary, reportedOn } = project;
  const promise = `${basisOf(project)}：${summary.replace(/。$/, "")}`;
  return reportedOn === null
    ? `${promise}；${standingWithoutRecord(project)}`
    : `${promise}。${standing(project, reportedOn)}`;
}

/** On what the summary rests: the change that wrote it, else the first source document. */
function basisOf({ citations, registerChanges, sources, sourcedOn }: Told): string {
  const written = citations.find(
    ({ field, registerChangeId }) => field === "summary" && registerChangeId !== null,
  );
  const change = registerChanges.find(({ id }) => id === written?.registerChangeId);
  if (change) return `据 ${change.evidenceOn} 的登记材料`;
  const [first] = sources;
  return first ? `据 ${first.publishedOn} 的报道` : `据 ${sourcedOn} 的登记材料`;
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
