import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { DraftConflict, saveReportDraft } from "@/lib/progress/draft-commands";
import { readReport } from "@/lib/progress/progress-schema";
import { checkReport } from "@/lib/progress/report-check-queries";
import { type DraftDifference, draftInput, type WrittenReport } from "@/lib/progress/report-form-rules";
import { DomainError, fieldErrorsOf, type KeptValues } from "@/lib/result";

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeReport(viewer: Viewer, sent: KeptValues): Promise<WrittenReport> {
  requirePermission(viewer, "report:write");
  const { code, draftVersion, intent } = sent;
  if (typeof code !== "string") throw new DomainError("页面已过期，请从“我的任务”再打开填报页。");
  const version = rowNumberSchema.safeParse(draftVersion).data || null;
  const written = { code, errors: {}, differences: [], isChecked: false, isReady: false };
  const values = draftInput(sent);
  try {
    const saved = await saveReportDraft(viewer, { code, input: values, version });
    const stored = { ...written, values, draftVersion: saved.version, savedAt: saved.savedAt.toISOString() };
    if (intent !== "check") return stored;
    const errors = await errorsOf(viewer, code, values);
    return { ...stored, errors, isChecked: true, isReady: Object.keys(errors).length === 0 };
  } catch (error) {
    if (!(error instanceof DraftConflict)) throw error;
    const differences = differencesOf(values, error.stored.input);
    return { ...written, values, draftVersion: error.stored.version, savedAt: null, differences };
  }
}

async function errorsOf(viewer: Viewer, code: string, values: KeptValues): Promise<Record<string, string>> {
  const read = readReport(values);
  if ("errors" in read) return read.errors;
  const { refusals } = await checkReport(viewer, code, read.report);
  return fieldErrorsOf(refusals);
}

function differencesOf(mine: KeptValues, stored: KeptValues): DraftDifference[] {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(stored)])].filter(
    (field) => field !== "formId" && !field.endsWith("-key"),
  );
  return fields
    .map((field) => ({ field, mine: text(mine[field]), stored: text(stored[field]) }))
    .filter((difference) => difference.mine !== difference.stored);
}
