import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { commitmentRefusals } from "@/lib/commitment/commitment-register-rules";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { IsoDate } from "@/lib/format/calendar-day";
import { withoutUnstorable } from "@/lib/format/clean-text";
import type { JudgedRow, RegisterRowContent } from "@/lib/import/import-dto";
import { errorRefusals, judgedRow, problemsAt } from "@/lib/import/judged-row";
import { changesOf, newThings, otherOpen, strangers } from "@/lib/import/register-judgement";
import {
  changedCells,
  changeValues,
  creationValues,
  isSameProject,
  rowRefusals,
  sheetField,
  wayFields,
} from "@/lib/import/register-row";
import { registeredTexts, type SheetRegistration } from "@/lib/import/register-sheet";
import { findRegistrations, listOpenChanges, type OpenChange } from "@/lib/import/register-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { milestoneRefusals } from "@/lib/milestone/milestone-register-rules";
import { projectRefusals } from "@/lib/project/project-register-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import { isSame } from "@/lib/register-change/register-change-rules";
import { namesIn, namesTyped } from "@/lib/register-change/register-names-queries";

// As many as the query of names takes at once.
const mostRowsAtOnce = 100;

type Context = {
  heading: Heading;
  /** Code or name → the row that already speaks of it. */
  seen: Map<string, number>;
  registered: readonly SheetRegistration[];
  open: readonly OpenChange[];
  known: RegisterNames;
  day: IsoDate;
};

/** What handing in each row of a sheet of the register would do. `seen` is kept from batch to batch. */
export async function judgeRegisterRows(
  viewer: Viewer,
  lines: readonly SheetLine[],
  { heading, seen }: Pick<Context, "heading" | "seen">,
): Promise<JudgedRow[]> {
  const judged: JudgedRow[] = [];
  const day = await today();
  for (let start = 0; start < lines.length; start += mostRowsAtOnce) {
    const some = lines.slice(start, start + mostRowsAtOnce);
    const context = await contextOf(viewer, some);
    judged.push(...some.map((line) => judge(line, { ...context, heading, seen, day })));
  }
  return judged;
}

const codeOf = ({ texts }: SheetLine) => withoutUnstorable(texts.code ?? "").toUpperCase();
const nameOf = ({ texts }: SheetLine) => withoutUnstorable(texts.name ?? "");

async function contextOf(viewer: Viewer, lines: readonly SheetLine[]) {
  const codes = lines.map(codeOf).filter((code) => code !== "");
  const names = lines.map(nameOf).filter((name) => name !== "");
  const registered = await findRegistrations(viewer, { codes, names });
  const open = await listOpenChanges(viewer, { ids: registered.map(({ id }) => id), names });
  const typed = lines.flatMap(({ texts }) =>
    ["investors", "place", "agreement"].map((field) => texts[field] ?? ""),
  );
  const [of, named] = [
    await namesIn(registered.map(({ content }) => content)),
    await namesTyped({ typed: typed.map(withoutUnstorable) }),
  ];
  return { registered, open, known: merged(of, named) };
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

function judge(line: SheetLine, context: Context): JudgedRow {
  const { heading, seen } = context;
  const code = codeOf(line);
  const title = nameOf(line) || code;
  const refused = { ...rowRefusals(line.texts), ...errorRefusals(line) };
  if (Object.keys(refused).length > 0) return bad(line, heading, { key: code, title, refusals: refused });
  const place = code || `＋${nameOf(line)}`;
  const earlier = seen.get(place);
  if (earlier !== undefined) {
    const reason =
      code === "" ? `和第 ${earlier} 行同名。请只留一行。` : `和第 ${earlier} 行是同一个项目。请只留一行。`;
    return bad(line, heading, { key: code, title, refusals: { [code === "" ? "name" : "code"]: reason } });
  }
  seen.set(place, line.row);
  return code === "" ? judgeCreation(line, context) : judgeChange(line, context, code);
}

function judgeChange(line: SheetLine, context: Context, code: string): JudgedRow {
  const { heading, registered, open, known } = context;
  const project = registered.find((one) => one.code === code);
  const title = project?.content.name ?? (nameOf(line) || code);
  const about = { key: code, title };
  if (!project) {
    const reason = "台账里没有这个编号。新项目请留空，发布时编号。";
    return bad(line, heading, { ...about, refusals: { code: reason } });
  }
  const way = wayFields.find((field) => (line.texts[field] ?? "") !== "");
  if (way) {
    const reason = "阶段不在这里改：往前走用进展填报，记录有误用更正。请清空这一格。";
    return bad(line, heading, { ...about, refusals: { [way]: reason } });
  }
  const before = project.content;
  const changed = changedCells(
    line.texts,
    registeredTexts(project, known),
    (field) => heading.letterOf(field) !== null,
  );
  if (changed.length === 0) return judgedRow(line, { ...about, verdict: "unchanged" });
  const read = projectForm.read(changeValues(line.texts, { before, known, changed }), known);
  if ("errors" in read) return bad(line, heading, { ...about, refusals: inSheet(read.errors) });
  const { content } = read;
  if (isSame(content, before)) return judgedRow(line, { ...about, verdict: "unchanged" });
  const other = open.find((change) => change.code === code);
  if (other && isSame(other.content, content)) {
    return judgedRow(line, { ...about, verdict: other.state === "submitted" ? "in_review" : "unchanged" });
  }
  if (other && !(other.isOwn && other.state === "returned")) {
    return bad(line, heading, { ...about, refusals: { code: otherOpen(other) } });
  }
  return judgedContent(line, context, { ...about, content, before, project, returned: other ?? null });
}

function judgeCreation(line: SheetLine, context: Context): JudgedRow {
  const { heading, registered, open, known } = context;
  const about = { key: null, title: nameOf(line) };
  const read = projectForm.read(creationValues(line.texts), known);
  if ("errors" in read) return bad(line, heading, { ...about, refusals: inSheet(read.errors) });
  const { content } = read;
  const same = registered.find((project) => isSameProject(project.content, content));
  if (same) {
    const problems = problemsAt(
      [{ field: "code", reason: `已登记为 ${same.code}。`, isWarning: true }],
      line,
      heading,
    );
    return judgedRow(line, { ...about, key: same.code, verdict: "unchanged", problems });
  }
  const waiting = open.find((change) => change.code === null && isSameProject(change.content, content));
  if (waiting) {
    return judgedRow(line, { ...about, verdict: waiting.state === "submitted" ? "in_review" : "unchanged" });
  }
  const returned = open.find((change) => change.code === null && change.isOwn && change.state === "returned");
  return judgedContent(line, context, {
    ...about,
    content,
    before: null,
    project: null,
    returned: returned?.content.name === content.name ? returned : null,
  });
}

type Judged = {
  key: string | null;
  title: string;
  content: WholeProject;
  before: WholeProject | null;
  project: SheetRegistration | null;
  returned: OpenChange | null;
};

function judgedContent(line: SheetLine, { heading, known, day }: Context, judged: Judged): JudgedRow {
  const { key, title, content, before, project, returned } = judged;
  const refusals = [
    ...projectRefusals(content, before, day),
    ...commitmentRefusals(content.commitments, before?.commitments ?? []),
    ...milestoneRefusals(content.milestones, before?.milestones ?? []),
    ...strangers(content, known),
  ];
  if (refusals.length > 0) {
    const errors = Object.fromEntries(refusals.map(({ field, message }) => [field, message]));
    return bad(line, heading, { key, title, refusals: inSheet(errors) });
  }
  const stored: RegisterRowContent = {
    content,
    baseVersion: project?.version ?? null,
    returned: returned && { id: returned.id, version: returned.version },
    reason: line.texts.reason || null,
    duplicateReason: line.texts.duplicateReason || null,
  };
  return judgedRow(line, {
    key,
    title,
    verdict: before === null ? "new" : "changed",
    problems: problemsAt(newThings(content), line, heading),
    changes: changesOf(content, before, known),
    content: stored,
  });
}

const inSheet = (errors: Record<string, string>) =>
  Object.fromEntries(Object.entries(errors).map(([field, message]) => [sheetField(field), message]));

type Refused = { key: string | null; title: string; refusals: Record<string, string> };

function bad(line: SheetLine, heading: Heading, { key, title, refusals }: Refused): JudgedRow {
  const problems = Object.entries(refusals).map(([field, reason]) => ({ field, reason }));
  return judgedRow(line, {
    key: key || null,
    title,
    verdict: "bad",
    problems: problemsAt(problems, line, heading),
  });
}
