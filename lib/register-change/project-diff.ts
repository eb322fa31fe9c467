import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { DateRange } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { type DiffRow, moneyDiff, textDiff } from "@/lib/format/field-diff";
import { rowField } from "@/lib/format/form-rows";
import { formatNumber } from "@/lib/format/number";
import { organizationName } from "@/lib/organization/organization-name-rules";
import { stageField } from "@/lib/project/project-register-rules";
import type { StageContent } from "@/lib/project/project-register-schema";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectFieldName, stageStepText } from "@/lib/register-change/project-field-names";
import { projectTypeText } from "@/lib/text/project-text";

/** Two states of a project field by field, in the order of the form. */
export function projectDiff(
  before: WholeProject | null,
  after: WholeProject,
  known: RegisterNames,
): DiffRow[] {
  const row = (field: string, words: (content: WholeProject) => string | null, name?: string) =>
    textDiff(field, name ?? projectFieldName(field), before && words(before), words(after));
  return [
    row("name", ({ name }) => name),
    {
      ...row("shortName", ({ name, shortName }) => (shortName === name ? null : shortName)),
      isOptional: true,
    },
    row("type", ({ type }) => projectTypeText[type]),
    row("summary", ({ summary }) => summary),
    row("investor-0-name", (content) => investorWords(content, known), "企业"),
    row("agreement", ({ agreement }) => agreement && agreementWords(agreement, known)),
    { ...row("agreementNote", ({ agreementNote }) => agreementNote), isOptional: true },
    row("place", (content) => placeWords(content, known)),
    moneyRow("plannedInvestment", before, after),
    moneyRow("agreedInvestment", before, after),
    ...after.stages.map(stageRow),
    ...rowDiffs("commitment", before?.commitments ?? [], after.commitments, {
      nameOf: ({ indicator }) => `承诺事项“${indicator}”`,
      namePart: "indicator",
      words: commitmentWords,
    }),
    ...rowDiffs("milestone", before?.milestones ?? [], after.milestones, {
      nameOf: ({ title }) => `节点“${title}”`,
      namePart: "title",
      words: milestoneWords,
    }),
  ];
}

function investorWords({ investors, newInvestors }: WholeProject, known: RegisterNames): string {
  const names = investors.map((slug) => organizationName(slug, known));
  return [...names, ...newInvestors.map((name) => `${name}（新登记）`)].join("、");
}

function agreementWords(code: string, { agreements }: RegisterNames): string {
  const agreement = agreements.find((known) => known.code === code);
  return agreement ? `${code} ${agreement.title ?? agreement.callName}` : code;
}

function placeWords({ place, newPlace }: WholeProject, { places }: RegisterNames): string | null {
  if (newPlace !== null) return `${newPlace}（新登记）`;
  return place && (places.find(({ slug }) => slug === place)?.name ?? place);
}

function moneyRow(
  field: "plannedInvestment" | "agreedInvestment",
  before: WholeProject | null,
  after: WholeProject,
): DiffRow {
  const name = projectFieldName(field);
  const { currency } = after;
  if (before === null || before.currency === currency) {
    return moneyDiff(field, name, { before: before?.[field] ?? null, after: after[field], currency });
  }
  // Amounts of two currencies have no difference.
  const words = (content: WholeProject) =>
    moneyDiff(field, name, { before: null, after: content[field], currency: content.currency }).after;
  return textDiff(field, name, words(before), words(after));
}

function stageRow({ stage, on, evidence, reason }: StageContent): DiffRow {
  const words = [formatDateRange(on), evidence && `依据：${evidence}`, reason && `说明：${reason}`];
  return textDiff(stageField(stage, "on"), stageStepText[stage], null, words.filter(Boolean).join("，"));
}

type Row = { ordinal: number | null; reason: string | null };
type Told<Own extends Row> = {
  nameOf: (row: Own) => string;
  namePart: string;
  words: (row: Own) => string;
};

function rowDiffs<Own extends Row>(
  group: string,
  before: readonly Own[],
  after: readonly Own[],
  { nameOf, namePart, words }: Told<Own>,
): DiffRow[] {
  return after.map((row, index) => {
    const old = before.find(({ ordinal }) => ordinal !== null && ordinal === row.ordinal);
    const wasCalled = old && nameOf(old) !== nameOf(row) ? `${nameOf(old)}，` : "";
    const why = row.reason === null ? "" : `。调整原因：${row.reason}`;
    const was = old ? `${wasCalled}${words(old)}` : null;
    const field = rowField(group, index, namePart);
    return textDiff(field, nameOf(row), was, `${words(row)}${why}`);
  });
}

const dueWords = (due: DateRange | null) => (due ? `时限 ${formatDateRange(due)}` : "没有时限");

function commitmentWords(row: WholeProject["commitments"][number]): string {
  const { target, unit, due, note, isMeasurable } = row;
  const goal = target === null ? "没有目标值" : `${formatNumber(target)} ${unit ?? ""}`.trim();
  return [goal, dueWords(due), !isMeasurable && "不用数字衡量", note && `备注：${note}`]
    .filter(Boolean)
    .join("，");
}

function milestoneWords({ planned, note }: WholeProject["milestones"][number]): string {
  return [dueWords(planned), note && `备注：${note}`].filter(Boolean).join("，");
}
