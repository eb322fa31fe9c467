import type { DateRange } from "@/lib/format/date-range";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { type DiffRow, isChanged, moneyDiff, textDiff } from "@/lib/format/field-diff";
import { formatNumber } from "@/lib/format/number";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import type { ProblemContent, ReportContentDto } from "@/lib/progress/report-content";
import { milestoneField, readingField } from "@/lib/progress/report-form-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { problemCategoryText } from "@/lib/text/problem-text";
import { stageText } from "@/lib/text/stage-text";

type Compared = {
  /** It corrects `before`, whose change of stage and condition falls away with it; null: it is a report of its own. */
  correctsId: number | null;
  content: ReportContentDto;
  before: ReportContentDto | null;
  project: { stage: Stage; condition: Condition | null };
  commitments: readonly FormCommitment[];
  milestones: readonly FormMilestone[];
  openProblems: readonly ProblemContent[];
};

/** Every field of a report beside its published value, in the order of the form. */
export function reportDiff(compared: Compared): DiffRow[] {
  const { content, before } = compared;
  return [
    ...axisRows(compared),
    ...compared.commitments.map((commitment) => readingRow(compared, commitment)),
    numberRow("percent", "形象进度", before?.percent ?? null, content.percent, "%"),
    moneyRow("arrivedFunds", "累计到位资金", compared),
    moneyRow("completedInvestment", "累计完成投资", compared),
    textDiff("summary", "本期进展", before?.summary ?? null, content.summary),
    { ...textDiff("nextSteps", "下一步", before?.nextSteps ?? null, content.nextSteps), isInternal: true },
    ...compared.milestones.map((milestone) => milestoneRow(compared, milestone)),
    ...content.problems.map((problem, row) => problemRow(problem, row, compared.openProblems)),
  ];
}

/** Whether this row says anything new; `clears`: what is left empty takes back what stood before. */
export function isChange(row: DiffRow, clears: boolean): boolean {
  return isChanged(row) && (row.after !== null || clears);
}

function axisRows({ content, before, correctsId, project }: Compared): DiffRow[] {
  if (correctsId !== null) return correctedAxisRows(content, before);
  const { newStage, stageOn, newCondition } = content;
  const stage = newStage && `${stageText[newStage]}${stageOn ? `，${formatDateRange(stageOn)}` : ""}`;
  const condition = newCondition && conditionText[newCondition];
  const was = project.condition ? conditionText[project.condition] : conditionUnverifiedText;
  return [
    textDiff("newStage", "阶段", stageText[project.stage], stage ?? stageText[project.stage]),
    textDiff("newCondition", "状况", was, condition ?? was),
  ];
}

/** A correction states its changes of stage and condition anew: what it leaves out is void. */
function correctedAxisRows(content: ReportContentDto, before: ReportContentDto | null): DiffRow[] {
  const none = "没有变化";
  const words = (report: ReportContentDto | null) => ({
    stage: report?.newStage
      ? [stageText[report.newStage], report.stageOn && formatDateRange(report.stageOn)]
          .filter(Boolean)
          .join("，")
      : none,
    condition: report?.newCondition ? conditionText[report.newCondition] : none,
  });
  const [was, is] = [words(before), words(content)];
  return [
    textDiff("newStage", "阶段变化", was.stage, is.stage),
    textDiff("newCondition", "状况变化", was.condition, is.condition),
  ];
}

function readingRow(
  { content, before, correctsId }: Compared,
  { ordinal, indicator, unit, last }: FormCommitment,
): DiffRow {
  const valueIn = (report: ReportContentDto | null) =>
    report?.readings.find((reading) => reading.ordinal === ordinal)?.value ?? null;
  const was = correctsId === null ? last : valueIn(before);
  return numberRow(readingField(ordinal), indicator, was, valueIn(content), ` ${unit}`);
}

function milestoneRow(
  { content, before, correctsId }: Compared,
  { ordinal, title, actual }: FormMilestone,
): DiffRow {
  const dateIn = (report: ReportContentDto | null) =>
    report?.completions.find((completion) => completion.ordinal === ordinal)?.actual ?? null;
  const words = (date: DateRange | null) => date && `${formatDateRange(date)} 完成`;
  const was = correctsId === null ? actual : dateIn(before);
  return textDiff(milestoneField(ordinal), title, words(was), words(dateIn(content)));
}

function problemRow(problem: ProblemContent, row: number, open: readonly ProblemContent[]): DiffRow {
  const known = open.find(({ key }) => key === problem.key);
  return {
    field: `problem-${row}-text`,
    name: `问题 ${row + 1}，${problemCategoryText[problem.category]}`,
    before: known ? problemWords(known) : null,
    after: problemWords(problem),
    delta: problem.resolvedOn ? "已解决" : known ? null : "新增",
    isInternal: true,
  };
}

function problemWords({ text, department, raisedOn, resolvedOn }: ProblemContent): string {
  const words = `${text}，需${department}协调，${raisedOn} 提出`;
  return resolvedOn ? `${words}，${resolvedOn} 解决` : words;
}

function moneyRow(
  field: "arrivedFunds" | "completedInvestment",
  name: string,
  { content, before }: Compared,
): DiffRow {
  const amounts = { before: before?.[field] ?? null, after: content[field], currency: "CNY" } as const;
  return { ...moneyDiff(field, name, amounts), isInternal: true };
}

function numberRow(
  field: string,
  name: string,
  before: number | null,
  after: number | null,
  unit: string,
): DiffRow {
  const words = (value: number | null) => (value === null ? null : `${formatNumber(value)}${unit}`);
  const delta =
    before === null || after === null || before === after ? null : signed(after - before, formatNumber);
  return { field, name, before: words(before), after: words(after), delta, isInternal: false };
}

function signed(change: number, format: (value: number) => string): string {
  return `${change > 0 ? "＋" : "－"}${format(Math.abs(change))}`;
}

/** "2015 年 8 月已发布的填报", or that there is none to compare with. */
export function comparedWith(before: ReportContentDto | null): string {
  return before ? `对照 ${formatMonth(before.period)}已发布的填报` : "没有已发布的填报可对照";
}
