import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DraftConflict, saveReportDraft } from "@/lib/progress/draft-commands";
import { readReport } from "@/lib/progress/progress-schema";
import { draftInput } from "@/lib/progress/report-form-rules";
import { requireReportedProject } from "@/lib/progress/reported-project-queries";
import { submissionRefusals } from "@/lib/progress/submission-rules";
import { DomainError, fieldErrorsOf, type KeptValues } from "@/lib/result";

/** A field in which the form and the stored draft differ. */
export type DraftDifference = { field: string; mine: string; stored: string };

/** What the form shows after it was sent. */
export type WrittenReport = {
  code: string;
  values: KeptValues;
  /** The draft's version, to be sent with the form again; null: nothing is stored. */
  draftVersion: number | null;
  /** ISO instant; null: it was not stored. */
  savedAt: string | null;
  errors: Record<string, string>;
  differences: DraftDifference[];
  /** It was checked and may be handed in. */
  isReady: boolean;
};

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeReport(viewer: Viewer, sent: KeptValues): Promise<WrittenReport> {
  requirePermission(viewer, "report:write");
  const { code, draftVersion, intent } = sent;
  if (typeof code !== "string") throw new DomainError("页面已过期，请从“我的任务”再打开填报页。");
  const version = Number(draftVersion) || null;
  const written = { code, errors: {}, differences: [], isReady: false };
  const values = draftInput(sent);
  try {
    const saved = await saveReportDraft(viewer, { code, input: values, version });
    const stored = { ...written, values, draftVersion: saved.version, savedAt: saved.savedAt.toISOString() };
    if (intent !== "check") return stored;
    const errors = await checkReport(viewer, code, values);
    return { ...stored, errors, isReady: Object.keys(errors).length === 0 };
  } catch (error) {
    if (!(error instanceof DraftConflict)) throw error;
    const differences = differencesOf(values, error.stored.input);
    return { ...written, values, draftVersion: error.stored.version, savedAt: null, differences };
  }
}

async function checkReport(
  viewer: Viewer,
  code: string,
  values: KeptValues,
): Promise<Record<string, string>> {
  const read = readReport(values);
  if ("errors" in read) return read.errors;
  const { rules, today } = await requireReportedProject(db, viewer, code);
  return fieldErrorsOf(submissionRefusals(read.report, rules, today));
}

function differencesOf(mine: KeptValues, stored: KeptValues): DraftDifference[] {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(stored)])];
  return fields
    .map((field) => ({ field, mine: text(mine[field]), stored: text(stored[field]) }))
    .filter((difference) => difference.mine !== difference.stored);
}
