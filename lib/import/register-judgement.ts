import { commitmentRefusals } from "@/lib/commitment/commitment-register-rules";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { IsoDate } from "@/lib/format/calendar-day";
import { withoutUnstorable } from "@/lib/format/clean-text";
import type { JudgedRow, RegisterRowContent } from "@/lib/import/import-dto";
import { errorRefusals, judgedRow, problemsAt } from "@/lib/import/judged-row";
import { changesOf, newThings, otherOpen, strangers } from "@/lib/import/register-change-words";
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
import type { OpenChange } from "@/lib/import/register-sheet-queries";
import type { Heading, SheetLine } from "@/lib/import/sheet-heading";
import { milestoneRefusals } from "@/lib/milestone/milestone-register-rules";
import { projectRefusals } from "@/lib/project/project-register-rules";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import { projectForm } from "@/lib/register-change/project-form";
import { isSame } from "@/lib/register-change/register-change-rules";

export const codeOf = ({ texts }: SheetLine) => withoutUnstorable(texts.code ?? "").toUpperCase();
export const nameOf = ({ texts }: SheetLine) => withoutUnstorable(texts.name ?? "");

/** A row that says something the register does not; without a project it is about a new one. */
export type TypedRow = {
  line: SheetLine;
  project: SheetRegistration | null;
  /** The fields in which it differs. */
  changed: readonly string[];
};

type Standing = {
  heading: Heading;
  /** Code or name → the row that already speaks of it. */
  seen: Map<string, number>;
  byCode: ReadonlyMap<string, SheetRegistration>;
  /** What the registered projects name. */
  known: RegisterNames;
};

/** Judges a row that says nothing new, or is bad at first sight; leaves the others to `judgeTyped`. */
export function lookAt(line: SheetLine, standing: Standing): { judged: JudgedRow } | { typed: TypedRow } {
  const { heading, seen, byCode } = standing;
  const code = codeOf(line);
  const project = byCode.get(code);
  const key = code || null;
  const title = nameOf(line) || code;
  const refuse = (refusals: Record<string, string>, name = title) => ({
    judged: bad(line, heading, { key, title: name, refusals }),
  });
  const refused = { ...rowRefusals(line.texts), ...errorRefusals(line) };
  if (Object.keys(refused).length > 0) return refuse(refused);
  const place = code || `＋${nameOf(line)}`;
  const earlier = seen.get(place);
  if (earlier !== undefined) {
    return refuse(
      code === ""
        ? { name: `和第 ${earlier} 行同名。请只留一行。` }
        : { code: `和第 ${earlier} 行是同一个项目。请只留一行。` },
    );
  }
  seen.set(place, line.row);
  if (code === "") return { typed: { line, project: null, changed: [] } };
  if (!project) return refuse({ code: "台账里没有这个编号。新项目请留空，发布时编号。" });
  const { name } = project.content;
  const way = wayFields.find((field) => (line.texts[field] ?? "") !== "");
  if (way) {
    const reason = "阶段不在这里改：往前走用进展填报，记录有误用更正。请清空这一格。";
    return refuse({ [way]: reason }, name);
  }
  const changed = changedCells(
    line.texts,
    registeredTexts(project, standing.known),
    (field) => heading.letterOf(field) !== null,
  );
  if (changed.length > 0) return { typed: { line, project, changed } };
  return { judged: judgedRow(line, { key, title: name, verdict: "unchanged" }) };
}

type Context = {
  heading: Heading;
  registered: readonly SheetRegistration[];
  open: readonly OpenChange[];
  /** What the registered projects and the typed cells name. */
  known: RegisterNames;
  day: IsoDate;
};

/** What handing in a row would do that says something new. */
export function judgeTyped({ line, project, changed }: TypedRow, context: Context): JudgedRow {
  return project ? judgeChange(line, context, { project, changed }) : judgeCreation(line, context);
}

type Change = { project: SheetRegistration; changed: readonly string[] };

function judgeChange(line: SheetLine, context: Context, { project, changed }: Change): JudgedRow {
  const { heading, open, known } = context;
  const { code, content: before } = project;
  const about = { key: code, title: before.name };
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
    key,
    title,
    verdict: "bad",
    problems: problemsAt(problems, line, heading),
  });
}
