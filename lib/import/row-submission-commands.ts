import "server-only";
import type { AuditEvent, Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import type { ImportKind, ReportRowContent } from "@/lib/import/import-dto";
import { rowRequestId } from "@/lib/import/row-request-id";
import { handInReport } from "@/lib/progress/progress-commands";
import { readReport } from "@/lib/progress/progress-schema";
import { DomainError, InputRefused } from "@/lib/result";

/** A row that is to be handed in, as it is stored. */
export type PendingRow = { row: number; key: string | null; content: unknown };

export type HandedIn = {
  reportId: number | null;
  registerChangeId: number | null;
  /** Null: it was handed in before. */
  event: AuditEvent | null;
};

type HandIn = (tx: Transaction, viewer: Viewer, row: PendingRow & { importId: number }) => Promise<HandedIn>;

const byKind: Partial<Record<ImportKind, HandIn>> = { reports: handInReportRow };

/** Hands one row in for review, within a transaction of the caller's, who records the event last. */
export function handInRow(
  tx: Transaction,
  viewer: Viewer,
  { kind, ...row }: PendingRow & { importId: number; kind: ImportKind },
): Promise<HandedIn> {
  const handIn = byKind[kind];
  if (!handIn) throw new Error(`${kind} cannot be handed in`);
  return handIn(tx, viewer, row);
}

async function handInReportRow(
  tx: Transaction,
  viewer: Viewer,
  { importId, row, key, content }: PendingRow & { importId: number },
): Promise<HandedIn> {
  // Written by `judgeReportRows` alone.
  const { values, returned } = content as ReportRowContent;
  const read = readReport(values);
  if ("errors" in read) throw new InputRefused(read.errors);
  if (key === null) throw new DomainError("没有项目编号。请重新上传。");
  const requestId = rowRequestId(importId, row);
  const { id, event } = await handInReport(tx, viewer, {
    code: key,
    requestId,
    report: read.report,
    returned,
  });
  return { reportId: id, registerChangeId: null, event };
}
