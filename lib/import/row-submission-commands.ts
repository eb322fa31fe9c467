import "server-only";
import type { AuditEvent, Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import type { ImportKind, RegisterRowContent, ReportRowContent } from "@/lib/import/import-dto";
import { rowRequestId } from "@/lib/import/row-request-id";
import { handInReport } from "@/lib/progress/progress-commands";
import { readReport } from "@/lib/progress/progress-schema";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { handInChange } from "@/lib/register-change/register-change-commands";
import { DomainError, InputRefused } from "@/lib/result";

/** A row that is to be handed in, as it is stored. */
export type PendingRow = { row: number; key: string | null; content: unknown };

export type HandedIn = {
  reportId: number | null;
  registerChangeId: number | null;
  /** Null: it was handed in before. */
  event: AuditEvent | null;
};

type RowOfImport = PendingRow & {
  importId: number;
  /** On what changes of the register rest; null: reports rest on themselves. */
  grounds: Grounds | null;
};

const byKind = { reports: handInReportRow, register: handInRegisterRow } as const satisfies Record<
  ImportKind,
  unknown
>;

/** Hands one row in for review, within a transaction of the caller's, who records the event last. */
export function handInRow(
  tx: Transaction,
  viewer: Viewer,
  { kind, ...row }: RowOfImport & { kind: ImportKind },
): Promise<HandedIn> {
  return byKind[kind](tx, viewer, row);
}

async function handInReportRow(
  tx: Transaction,
  viewer: Viewer,
  { importId, row, key, content }: RowOfImport,
): Promise<HandedIn> {
  // Written by `judgeReportRows` alone.
  const { values, returned } = content as ReportRowContent;
  const read = readReport(values);
  if ("errors" in read) throw new InputRefused(read.errors);
  if (key === null) throw new DomainError("没有项目编号。请重新上传。");
  const requestId = rowRequestId(importId, row);
  const submission = { code: key, requestId, report: read.report, returned };
  const { id, event } = await handInReport(tx, viewer, submission);
  return { reportId: id, registerChangeId: null, event };
}

async function handInRegisterRow(
  tx: Transaction,
  viewer: Viewer,
  { importId, row, key, content, grounds }: RowOfImport,
): Promise<HandedIn> {
  if (grounds === null) throw new Error("a change of the register without grounds");
  // Written by `judgeRegisterRows` alone.
  const proposed = content as RegisterRowContent;
  const isNew = key === null;
  const { id, event } = await handInChange(tx, viewer, {
    subject: "project",
    kind: isNew ? "creation" : grounds.kind,
    key,
    baseVersion: proposed.baseVersion,
    content: proposed.content,
    reason: isNew ? null : (proposed.reason ?? grounds.reason),
    evidence: grounds.evidence,
    requestId: rowRequestId(importId, row),
    returned: proposed.returned,
    // It was typed into a sheet: drafts stay.
    form: `import:${importId}`,
    duplicateReason: proposed.duplicateReason,
  });
  return { reportId: null, registerChangeId: id, event };
}
