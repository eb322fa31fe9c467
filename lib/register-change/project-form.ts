import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { rowField } from "@/lib/format/form-rows";
import { issuesByField } from "@/lib/format/lenient-schema";
import { formatWanInput } from "@/lib/format/money";
import { organizationName, organizationsNamed } from "@/lib/organization/organization-name-rules";
import { stageField } from "@/lib/project/project-register-rules";
import type { StageContent } from "@/lib/project/project-register-schema";
import { stages } from "@/lib/project/project-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectDiff } from "@/lib/register-change/project-diff";
import { projectFieldName, projectValueName } from "@/lib/register-change/project-field-names";
import { projectFormSchema, projectTree } from "@/lib/register-change/project-form-schema";
import { type ProjectRows, valuesOfRows } from "@/lib/register-change/project-row-rules";
import type { RegisterForm } from "@/lib/register-change/register-form-rules";
import type { KeptValues } from "@/lib/result";

type Typed = ReturnType<typeof projectFormSchema.parse>;

/** How a project is typed in and read again. */
export const projectForm: RegisterForm<WholeProject> = {
  read(values, known) {
    const parsed = projectFormSchema.safeParse(projectTree(values));
    if (!parsed.success) return { errors: issuesByField(parsed.error) };
    const agreement = agreementNamed(parsed.data.agreement, known);
    if (agreement === undefined) {
      const message = "台账里没有这份协议。请先登记协议；不知道属于哪份，就留空，在下一格写原因。";
      return { errors: { agreement: message } };
    }
    const ambiguous = parsed.data.investor.flatMap(({ name }, row) => {
      const count = organizationsNamed(name, known).length;
      const message = `有 ${count} 家单位叫“${name}”。请写全称。`;
      return count > 1 ? [[rowField("investor", row, "name"), message] as const] : [];
    });
    if (ambiguous.length > 0) return { errors: Object.fromEntries(ambiguous) };
    return { content: contentOf(parsed.data, agreement, known) };
  },
  values: valuesOf,
  fieldName: projectFieldName,
  valueName: projectValueName,
  diff: projectDiff,
};

function contentOf(typed: Typed, agreement: string | null, known: RegisterNames): WholeProject {
  const investors = typed.investor.map(({ name }) => ({
    name,
    slug: organizationsNamed(name, known)[0]?.slug,
  }));
  const place = known.places.find(({ name, slug }) => name === typed.place || slug === typed.place);
  return {
    name: typed.name,
    shortName: typed.shortName ?? typed.name,
    type: typed.type,
    summary: typed.summary,
    agreement,
    // A known agreement needs no excuse.
    agreementNote: agreement === null ? typed.agreementNote : null,
    place: place?.slug ?? null,
    newPlace: place ? null : typed.place,
    investors: [...new Set(investors.flatMap(({ slug }) => slug ?? []))],
    newInvestors: [...new Set(investors.flatMap(({ name, slug }) => (slug ? [] : [name])))],
    plannedInvestment: typed.plannedInvestment?.toString() ?? null,
    agreedInvestment: typed.agreedInvestment?.toString() ?? null,
    currency: typed.currency,
    stages: stages.flatMap((stage): StageContent[] => {
      const { on, evidence, reason } = typed.stage[stage];
      return on === null ? [] : [{ stage, on, evidence, reason }];
    }),
    commitments: typed.commitment,
    milestones: typed.milestone,
  };
}

/** By its code or what it is called; null: nothing was typed, undefined: there is none. */
function agreementNamed(text: string | null, { agreements }: RegisterNames): string | null | undefined {
  if (text === null) return null;
  const found = agreements.filter(
    ({ code, title, callName }) => code === text.toUpperCase() || title === text || callName === text,
  );
  return found.length === 1 ? found[0]?.code : undefined;
}

function valuesOf(content: WholeProject, known: RegisterNames): KeptValues {
  const place = known.places.find(({ slug }) => slug === content.place)?.name;
  const wan = (amount: string | null) => (amount === null ? "" : formatWanInput(amount));
  return {
    name: content.name,
    shortName: content.shortName === content.name ? "" : content.shortName,
    type: content.type,
    summary: content.summary,
    agreement: content.agreement ?? "",
    agreementNote: content.agreementNote ?? "",
    place: content.newPlace ?? place ?? content.place ?? "",
    currency: content.currency,
    plannedInvestment: wan(content.plannedInvestment),
    agreedInvestment: wan(content.agreedInvestment),
    ...stageValues(content.stages),
    ...valuesOfRows(rowsOf(content, known)),
  };
}

function stageValues(known: readonly StageContent[]): KeptValues {
  return Object.fromEntries(
    known.flatMap(({ stage, on, evidence, reason }) => [
      [stageField(stage, "on"), formatDateRange(on)],
      [stageField(stage, "evidence"), evidence ?? ""],
      [stageField(stage, "reason"), reason ?? ""],
    ]),
  );
}

function rowsOf(content: WholeProject, known: RegisterNames): ProjectRows {
  const ordinalOf = (ordinal: number | null) => (ordinal === null ? "" : String(ordinal));
  const names = [...content.investors.map((slug) => organizationName(slug, known)), ...content.newInvestors];
  return {
    investor: names.map((name) => ({ name })),
    commitment: content.commitments.map(({ ordinal, target, due, isMeasurable, ...row }) => ({
      ordinal: ordinalOf(ordinal),
      indicator: row.indicator,
      target: target === null ? "" : String(target),
      unit: row.unit ?? "",
      due: due ? formatDateRange(due) : "",
      aim: isMeasurable ? "" : "yes",
      note: row.note ?? "",
      reason: row.reason ?? "",
    })),
    milestone: content.milestones.map(({ ordinal, planned, ...row }) => ({
      ordinal: ordinalOf(ordinal),
      title: row.title,
      planned: planned ? formatDateRange(planned) : "",
      note: row.note ?? "",
      reason: row.reason ?? "",
    })),
  };
}
