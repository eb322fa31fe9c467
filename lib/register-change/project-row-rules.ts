import { commitmentParts } from "@/lib/commitment/commitment-register-schema";
import { lastOf, rowValues, type TypedRow, typedRows } from "@/lib/format/form-rows";
import { milestoneParts } from "@/lib/milestone/milestone-register-schema";
import { usualMilestones } from "@/lib/milestone/usual-milestone-rules";
import type { KeptValues } from "@/lib/result";

/** The button that adds the usual milestones; what it sends is kept with the draft. */
export const templateField = "milestone-template";

export type ProjectRows = {
  investor: TypedRow<"name">[];
  commitment: TypedRow<(typeof commitmentParts)[number]>[];
  milestone: TypedRow<(typeof milestoneParts)[number]>[];
};

/** The rows of a project form as typed, those of the template added where they were asked for. */
export function projectRows(values: KeptValues): ProjectRows {
  const milestones = typedRows(values, "milestone", milestoneParts);
  return {
    investor: typedRows(values, "investor", ["name"]),
    commitment: typedRows(values, "commitment", commitmentParts),
    milestone: lastOf(values[templateField] ?? "") === "" ? milestones : withUsual(milestones),
  };
}

/** The same rows as inputs, numbered without gaps; what else was typed stays as it is. */
export function numberedValues(values: KeptValues): KeptValues {
  const isOfRow = /^(investor|commitment|milestone)-(\d{1,3}-|template$)/;
  const others = Object.entries(values).filter(([name]) => !isOfRow.test(name));
  return { ...Object.fromEntries(others), ...valuesOfRows(projectRows(values)) };
}

export function valuesOfRows({ investor, commitment, milestone }: ProjectRows): KeptValues {
  return {
    ...rowValues("investor", investor),
    ...rowValues("commitment", commitment),
    ...rowValues("milestone", milestone),
  };
}

/** The groups that grow by a button. */
export type RowGroup = keyof ProjectRows;

function withUsual(rows: ProjectRows["milestone"]): ProjectRows["milestone"] {
  const missing = usualMilestones.filter(({ title }) => !rows.some((row) => row.title.trim() === title));
  return [
    ...rows,
    ...missing.map(({ title }) => ({ ordinal: "", title, planned: "", note: "", reason: "" })),
  ];
}
