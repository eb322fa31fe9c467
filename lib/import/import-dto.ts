import type { WholeProject } from "@/lib/register-change/project-content-schema";
import type { KeptValues } from "@/lib/result";

export const importKinds = ["reports", "register"] as const;
/** What a workbook is about: the month's reports, or the register. */
export type ImportKind = (typeof importKinds)[number];

export const importVerdicts = ["bad", "new", "changed", "in_review", "unchanged"] as const;
/** What handing a row in would do; `in_review`: the same waits already. */
export type ImportVerdict = (typeof importVerdicts)[number];

/** What is wrong in a cell, or with `isWarning` worth a second look. */
export type CellProblem = {
  /** Empty: the sheet has no such column. */
  letter: string;
  column: string;
  value: string;
  reason: string;
  isWarning: boolean;
};

/** One field beside what stands now; null: nothing. */
export type CellChange = { name: string; before: string | null; after: string | null };

/** What is handed in for a row of the monthly sheet. */
export type ReportRowContent = { values: KeptValues; returned: { id: number; version: number } | null };

/** What is handed in for a row of the register. */
export type RegisterRowContent = {
  content: WholeProject;
  /** Null: a creation. */
  baseVersion: number | null;
  returned: { id: number; version: number } | null;
  /** Why, where the row says it for itself. */
  reason: string | null;
  duplicateReason: string | null;
};

/** A row as it was understood. */
export type JudgedRow = {
  row: number;
  /** Code of the project; null: a new one, or none could be read. */
  key: string | null;
  title: string;
  verdict: ImportVerdict;
  /** Text by the letter of its column. */
  cells: Record<string, string>;
  problems: CellProblem[];
  changes: CellChange[];
  /** Null unless it is new or changed. */
  content: object | null;
};

/** What became of publishing an import as a whole. */
export type PublishedImport = {
  published: number;
  /** Not tried in this request. */
  left: number;
  /** What waits now, to go on with. */
  seen: string;
  refused: { id: number; row: number; title: string; message: string }[];
};

/** A column of the uploaded sheet; `isRead` is false for one that no template has. */
export type UploadedColumn = { letter: string; name: string; isRead: boolean };
