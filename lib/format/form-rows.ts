import type { KeptValues } from "@/lib/result";

/** One row as typed. */
export type TypedRow<Part extends string> = Record<Part, string>;

/** The input of one part of one row: milestone-2-title. */
export const rowField = (group: string, row: number, part: string) => `${group}-${row}-${part}`;

/** The input that says how many rows the form shows; its button sends one more. */
export const rowCountField = (group: string) => `${group}-rows`;

/** The rows in which something is written, in their order: the form numbers them anew each time. */
export function typedRows<const Part extends string>(
  values: KeptValues,
  group: string,
  parts: readonly Part[],
): TypedRow<Part>[] {
  const rows = new Map<number, TypedRow<Part>>();
  for (const [name, value] of Object.entries(values)) {
    const [, row, part] = new RegExp(`^${group}-(\\d{1,3})-(.+)$`).exec(name) ?? [];
    const known = parts.find((own) => own === part);
    if (row === undefined || known === undefined) continue;
    const typed = rows.get(Number(row)) ?? emptyRow(parts);
    rows.set(Number(row), { ...typed, [known]: lastOf(value) });
  }
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([, row]) => row)
    .filter((row) => parts.some((part) => row[part].trim() !== ""));
}

/** The same rows as inputs. */
export function rowValues<Part extends string>(group: string, rows: readonly TypedRow<Part>[]): KeptValues {
  return Object.fromEntries(
    rows.flatMap((row, index) =>
      Object.entries<string>(row).map(([part, text]) => [rowField(group, index, part), text]),
    ),
  );
}

/** How many rows to show: those that are written, one empty one, and as many as were asked for. */
export function shownRowCount(values: KeptValues, group: string, written: number): number {
  const asked = Number(lastOf(values[rowCountField(group)] ?? ""));
  return Math.max(written + 1, Number.isInteger(asked) && asked <= mostRows ? asked : 0);
}

/** More than any project has. */
export const mostRows = 60;

/** What was sent last under a name; a button says more than the hidden input before it. */
export function lastOf(value: string | string[]): string {
  return Array.isArray(value) ? (value.at(-1) ?? "") : value;
}

function emptyRow<Part extends string>(parts: readonly Part[]): TypedRow<Part> {
  // Every part is given, which fromEntries cannot know.
  return Object.fromEntries(parts.map((part) => [part, ""])) as TypedRow<Part>;
}
