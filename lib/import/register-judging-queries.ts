import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { withoutUnstorable } from "@/lib/format/clean-text";
import type { JudgedRow } from "@/lib/import/import-dto";
import { codeOf, judgeTyped, lookAt, nameOf, type TypedRow } from "@/lib/import/register-judgement";
import { findRegistrations, listOpenChanges } from "@/lib/import/register-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { namesInProjects, namesTypedInRows } from "@/lib/register-change/register-names-queries";

/** What handing in each row of a sheet of the register would do. `seen` is kept from batch to batch. */
export async function judgeRegisterRows(
  viewer: Viewer,
  lines: readonly SheetLine[],
  { heading, seen }: { heading: Heading; seen: Map<string, number> },
): Promise<JudgedRow[]> {
  const codes = lines.map(codeOf).filter((code) => code !== "");
  // Only a row without a code can be another one by its name.
  const names = lines.filter((line) => codeOf(line) === "").map(nameOf);
  const registered = await findRegistrations(viewer, { codes, names });
  const known = await namesInProjects(registered.map(({ content }) => content));
  const byCode = new Map(registered.map((project) => [project.code, project]));
  const looked = lines.map((line) => lookAt(line, { heading, seen, known, byCode }));
  const typed = looked.flatMap((row) => ("typed" in row ? row.typed : []));
  const context = { heading, registered, ...(await contextOf(viewer, typed, known)) };
  return looked.map((row) => ("judged" in row ? row.judged : judgeTyped(row.typed, context)));
}

/** What rows that say something new are held against. */
async function contextOf(viewer: Viewer, rows: readonly TypedRow[], known: RegisterNames) {
  const open = await listOpenChanges(viewer, {
    ids: rows.flatMap(({ project }) => project?.id ?? []),
    names: rows.filter(({ project }) => !project).map(({ line }) => nameOf(line)),
  });
  const typed = rows.flatMap(({ line: { texts } }) =>
    ["investors", "place", "agreement"].map((field) => withoutUnstorable(texts[field] ?? "")),
  );
  return { open, known: merged(known, await namesTypedInRows(typed)), day: await today() };
}

function merged(one: RegisterNames, other: RegisterNames): RegisterNames {
  const unique = <Item>(items: readonly Item[], key: (item: Item) => string) => [
    ...new Map(items.map((item) => [key(item), item])).values(),
  ];
  return {
    organizations: unique([...one.organizations, ...other.organizations], ({ slug }) => slug),
    places: unique([...one.places, ...other.places], ({ slug }) => slug),
    agreements: unique([...one.agreements, ...other.agreements], ({ code }) => code),
  };
}
