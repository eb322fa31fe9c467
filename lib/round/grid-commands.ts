import "server-only";
import { createHash } from "node:crypto";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { discardDraft, forgetFields, writeForm } from "@/lib/draft/draft-commands";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { submitReport } from "@/lib/progress/progress-commands";
import { DomainError, type KeptValues } from "@/lib/result";
import { checkGrid } from "@/lib/round/grid-check-queries";
import { listDueRows } from "@/lib/round/grid-queries";
import { answerRest, gridForm, isLeftOutOfGrid } from "@/lib/round/grid-rules";
import { type GridKey, gridKeySchema } from "@/lib/round/round-schema";

/** Which grid it is, as its form was sent. */
export function gridKeyOf(sent: KeptValues): GridKey {
  const key = gridKeySchema.safeParse(sent);
  if (!key.success) throw new DomainError("页面已过期，请从“月调度”再打开批量填报。");
  return key.data;
}

/** Stores what was typed into a grid; 其余都无变化 answers for the rows that are left. Nothing is handed in. */
export async function writeGrid(viewer: Viewer, sent: KeptValues): Promise<WrittenForm> {
  requirePermission(viewer, "report:write");
  const { period, scope } = gridKeyOf(sent);
  const answersRest = sent.intent === "rest";
  const values = answersRest ? answerRest(sent, await listDueRows(viewer, period, scope)) : sent;
  return writeForm(viewer, values, {
    form: gridForm(period, scope),
    isLeftOut: (name) => isLeftOutOfGrid(name, values),
    check: async () => ({}),
  });
}

/** Throws away what was typed into it. */
export async function discardGrid(viewer: Viewer, sent: KeptValues): Promise<void> {
  requirePermission(viewer, "report:write");
  const { period, scope } = gridKeyOf(sent);
  await discardDraft(viewer, gridForm(period, scope));
}

type HandingIn = GridKey & {
  /** Made with the check page: the same one twice makes each report once. */
  batchId: string;
  draftVersion: number;
};

/** What became of a grid: reports, and rows that stay in the draft with their reasons. */
export type HandedIn = { codes: string[]; left: { code: string; message: string }[] };

/**
 * Makes a report of each row that is ready, each in its own transaction; what is refused meanwhile stays in the draft.
 * Sent twice, each report is made once.
 */
export async function handInGrid(viewer: Viewer, order: HandingIn): Promise<HandedIn> {
  requirePermission(viewer, "report:write");
  const { period, scope, batchId, draftVersion } = order;
  const { ready, ...grid } = await checkGrid(viewer, period, scope);
  if (grid.draftVersion !== draftVersion) {
    if (await wasSent(viewer, order)) return { codes: [], left: [] };
    throw new DomainError("草稿在别的窗口改过了。请回到批量填报，再检查一遍。");
  }
  const result: HandedIn = { codes: [], left: [] };
  const used: KeptValues = {};
  for (const { code, report, typed } of ready) {
    try {
      await submitReport(viewer, { code, report, requestId: requestIdOf(batchId, code), returned: null });
      result.codes.push(code);
      Object.assign(used, typed);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      result.left.push({ code, message: error.message });
    }
  }
  await forgetFields(viewer, gridForm(period, scope), used);
  return result;
}

/** The request of one row: a UUID that follows from the batch and the project. */
export function requestIdOf(batchId: string, code: string): string {
  const hex = createHash("sha256").update(`${batchId} ${code}`).digest("hex");
  // Marked as version 8, which is for ids of one's own making.
  const marked = `${hex.slice(0, 12)}8${hex.slice(13, 16)}a${hex.slice(17, 32)}`;
  return marked.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether this very batch made a report before. */
async function wasSent(viewer: Viewer, { period, batchId }: HandingIn): Promise<boolean> {
  const reports = await db.$queryRaw<{ code: string; requestId: string }[]>`
    select p.code, r.request_id as "requestId" from progress_reports r join projects p on p.id = r.project_id
    where r.author_id = ${viewer.accountId} and r.period = ${period}::date`;
  return reports.some(({ code, requestId }) => requestId === requestIdOf(batchId, code));
}
