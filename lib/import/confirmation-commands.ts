import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { ImportKind } from "@/lib/import/import-dto";
import { handInRow, type PendingRow } from "@/lib/import/row-submission-commands";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { DomainError } from "@/lib/result";

/** What one request hands in at most; the page then offers to go on. */
const mostMsOfRequest = 20_000;
const mostRowsAtOnce = 200;
/** Beyond it one transaction would hold too much for too long. */
export const mostRowsOfWhole = 2_000;
const msOfWhole = 120_000;

type Confirmed = { id: number; kind: ImportKind; fileName: string; grounds: Grounds | null };

/** What to hand in; `grounds` are those of changes of the register, null for reports. */
export type Confirmation = { id: number; grounds: Grounds | null };

/** Which of the rows that a page showed are to be handed in. */
export async function chooseRows(
  viewer: Viewer,
  { id, shown, chosen }: { id: number; shown: readonly number[]; chosen: readonly number[] },
): Promise<void> {
  requirePermission(viewer, "import:write");
  await db.$executeRaw`
    update import_rows r set is_chosen = r.row = any (${chosen}::int[])
    from imports i
    where i.id = r.import_id and i.id = ${id} and i.account_id = ${viewer.accountId}
      and r.row = any (${shown}::int[]) and r.verdict in ('new', 'changed')
      and r.report_id is null and r.register_change_id is null`;
}

/** Hands in every row or none: one that is refused takes all of them back. */
export async function handInAll(viewer: Viewer, confirmation: Confirmation): Promise<void> {
  requirePermission(viewer, "import:write");
  const { id } = confirmation;
  await db.$transaction(
    async (tx) => {
      const confirmed = await confirm(tx, viewer, confirmation);
      await requireWhole(tx, id);
      // In one order whatever the sheet's, so that two who hand in the same projects wait for each other.
      const rows = await pendingRows(tx, id, { limit: mostRowsOfWhole, byKey: true });
      const events = [];
      for (const row of rows) {
        const { event, ...result } = await orSayWhich(row, () =>
          handInRow(tx, viewer, { ...row, ...about(confirmed) }),
        );
        await keepResult(tx, { id, row: row.row, ...result, failure: null });
        if (event) events.push(event);
      }
      // The chain is locked from the first of them on.
      for (const event of events) await record(tx, event);
      await record(tx, {
        actor: viewer,
        action: "import.confirmed",
        subject: confirmed.fileName,
        details: { import: id, whole: true, rows: rows.length },
      });
    },
    { timeout: msOfWhole },
  );
}

/** Hands in the chosen rows, each by itself, for as long as one request may take; says how many are left. */
export async function handInChosen(viewer: Viewer, confirmation: Confirmation): Promise<{ left: number }> {
  requirePermission(viewer, "import:write");
  const { id } = confirmation;
  const confirmed = await db.$transaction((tx) => confirm(tx, viewer, confirmation));
  const stopAt = performance.now() + mostMsOfRequest;
  let [handedIn, failed, after] = [0, 0, 0];
  for (;;) {
    const rows = await pendingRows(db, id, { limit: mostRowsAtOnce, after, onlyChosen: true });
    for (const row of rows) {
      if (performance.now() > stopAt) break;
      const failure = await handInAlone(viewer, confirmed, row);
      if (failure === null) handedIn += 1;
      else failed += 1;
      after = row.row;
    }
    if (rows.length < mostRowsAtOnce || performance.now() > stopAt) break;
  }
  const details = { import: id, whole: false, rows: handedIn, failed };
  await record(db, { actor: viewer, action: "import.confirmed", subject: confirmed.fileName, details });
  const left = await db.importRow.count({
    where: { importId: id, isChosen: true, reportId: null, registerChangeId: null, failure: null },
  });
  return { left };
}

/** Why a row was not taken; null: it was. */
async function handInAlone(viewer: Viewer, confirmed: Confirmed, row: PendingRow): Promise<string | null> {
  const { id } = confirmed;
  try {
    await db.$transaction(async (tx) => {
      const { event, ...result } = await handInRow(tx, viewer, { ...row, ...about(confirmed) });
      await keepResult(tx, { id, row: row.row, ...result, failure: null });
      if (event) await record(tx, event);
    });
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return keepFailure({ id, row: row.row, failure: error.message });
  }
}

const about = ({ id, kind, grounds }: Confirmed) => ({ importId: id, kind, grounds });

/** The viewer's own upload, locked, from now on handed in. */
async function confirm(tx: Transaction, viewer: Viewer, { id, grounds }: Confirmation): Promise<Confirmed> {
  const evidence = grounds?.evidence;
  const [confirmed] = await tx.$queryRaw<Confirmed[]>`
    update imports set state = 'confirmed', confirmed_at = coalesce(confirmed_at, app_now()), version = version + 1,
      evidence_kind = ${evidence?.kind ?? null}::evidence_kind, evidence = ${evidence?.text ?? null},
      evidence_on = ${evidence?.on ?? null}::date, reason = ${grounds?.reason ?? null},
      change_kind = ${grounds?.kind ?? null}::change_kind
    where id = ${id} and account_id = ${viewer.accountId} and state in ('previewed', 'confirmed')
    returning id, kind, file_name as "fileName"`;
  if (confirmed) return { ...confirmed, grounds };
  throw new DomainError("这次导入已经过期，或者没有读完。请重新上传。");
}

async function requireWhole(tx: Transaction, id: number): Promise<void> {
  const bad = await tx.importRow.count({ where: { importId: id, verdict: "bad" } });
  if (bad > 0) {
    throw new DomainError(`还有 ${bad} 行有错，不能整份提交。请改好后重新上传，或者只提交勾选的行。`);
  }
  const news = await tx.importRow.count({ where: { importId: id, verdict: { in: ["new", "changed"] } } });
  if (news > mostRowsOfWhole) {
    throw new DomainError(`整份提交一次最多 ${mostRowsOfWhole} 行，现在 ${news} 行。请改为提交勾选的行。`);
  }
}

type Wanted = { limit: number; after?: number; onlyChosen?: boolean; byKey?: boolean };

function pendingRows(
  tx: Transaction,
  id: number,
  { limit, after = 0, onlyChosen = false, byKey = false }: Wanted,
): Promise<PendingRow[]> {
  return tx.importRow.findMany({
    where: {
      importId: id,
      row: { gt: after },
      verdict: { in: ["new", "changed"] },
      reportId: null,
      registerChangeId: null,
      ...(onlyChosen && { isChosen: true }),
    },
    select: { row: true, key: true, content: true },
    orderBy: byKey ? [{ key: "asc" }, { row: "asc" }] : { row: "asc" },
    take: limit,
  });
}

async function orSayWhich<Result>({ row }: PendingRow, handIn: () => Promise<Result>): Promise<Result> {
  try {
    return await handIn();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(`第 ${row} 行：${error.message}一行都没有提交。`);
  }
}

type Result = {
  id: number;
  row: number;
  reportId: number | null;
  registerChangeId: number | null;
  failure: string | null;
};

/** Why it was refused; null: the same form, sent twice, handed it in meanwhile, and was in its own way. */
async function keepFailure({ id, row, failure }: { id: number; row: number; failure: string }) {
  const { count } = await db.importRow.updateMany({
    where: { importId: id, row, reportId: null, registerChangeId: null },
    data: { failure },
  });
  return count === 0 ? null : failure;
}

async function keepResult(tx: Transaction, { id, row, ...result }: Result): Promise<void> {
  await tx.importRow.update({ where: { importId_row: { importId: id, row } }, data: result });
}
