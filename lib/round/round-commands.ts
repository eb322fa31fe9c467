import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import type { AuditAction } from "@/lib/audit/audit-sentence";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { DomainError, refuseAny } from "@/lib/result";
import { deadlineRefusals, openingRefusals } from "@/lib/round/opening-rules";
import type { Opening } from "@/lib/round/round-schema";
import type { Prisma } from "@/prisma/generated/client";

/** A round as the reviewer saw it. */
export type SeenRound = { period: IsoDate; version: number };

/** Opens the round of a month with a deadline. Sent twice, it is opened once. */
export async function openRound(viewer: Viewer, { period, dueOn, note }: Opening): Promise<void> {
  requirePermission(viewer, "round:manage");
  await db.$transaction(async (tx) => {
    refuseAny(openingRefusals({ period, dueOn }, await todayOf(tx)));
    const [round] = await tx.$queryRaw<{ id: number }[]>`
      insert into rounds (period, due_on, note, opened_by_id, opened_at)
      values (${period}::date, ${dueOn}::date, ${note}, ${viewer.accountId}, app_now())
      on conflict do nothing returning id`;
    if (!round) return requireSame(tx, viewer, { period, dueOn, note });
    await keep(tx, viewer, { id: round.id, step: "opened", reason: null });
    await audit(tx, viewer, "round.opened", period, { dueOn, note });
  });
}

/** Moves the deadline of a round; the old one stays on record with the reason. */
export async function moveRoundDeadline(
  viewer: Viewer,
  { period, version, dueOn, moveReason: reason }: SeenRound & { dueOn: IsoDate; moveReason: string },
): Promise<void> {
  await change(viewer, { period, version }, async (tx, round) => {
    requireOpen(round);
    refuseAny(deadlineRefusals({ period, dueOn }, await todayOf(tx)));
    if (round.dueOn === dueOn) throw new DomainError(`截止日已经是 ${dueOn}，请填另一天。`, "dueOn");
    await tx.$executeRaw`
      update rounds set due_on = ${dueOn}::date, version = version + 1 where id = ${round.id}`;
    await keep(tx, viewer, { id: round.id, step: "due_moved", reason, moved: [round.dueOn, dueOn] });
    await audit(tx, viewer, "round.due-moved", period, { dueOn: [round.dueOn, dueOn], reason });
  });
}

/** Closes a round: it takes no new report of its month. */
export async function closeRound(
  viewer: Viewer,
  { period, version, closeReason: reason }: SeenRound & { closeReason: string },
): Promise<void> {
  await change(viewer, { period, version }, async (tx, round) => {
    requireOpen(round);
    await tx.$executeRaw`
      update rounds set closed_at = app_now(), close_reason = ${reason}, version = version + 1
      where id = ${round.id}`;
    await keep(tx, viewer, { id: round.id, step: "closed", reason });
    await audit(tx, viewer, "round.closed", period, { reason });
  });
}

/** Opens a closed round again, for what is late. */
export async function reopenRound(
  viewer: Viewer,
  { period, version, reopenReason: reason }: SeenRound & { reopenReason: string },
): Promise<void> {
  await change(viewer, { period, version }, async (tx, round) => {
    if (!round.isClosed) throw new DomainError("这一轮已经是开放的。请刷新页面。");
    await tx.$executeRaw`
      update rounds set closed_at = null, close_reason = null, version = version + 1 where id = ${round.id}`;
    await keep(tx, viewer, { id: round.id, step: "reopened", reason });
    await audit(tx, viewer, "round.reopened", period, { reason });
  });
}

type LockedRound = { id: number; dueOn: IsoDate; isClosed: boolean; version: number };

async function change(
  viewer: Viewer,
  { period, version }: SeenRound,
  write: (tx: Transaction, round: LockedRound) => Promise<void>,
): Promise<void> {
  requirePermission(viewer, "round:manage");
  await db.$transaction(async (tx) => {
    const [round] = await tx.$queryRaw<LockedRound[]>`
      select id, due_on::text as "dueOn", closed_at is not null as "isClosed", version
      from rounds where period = ${period}::date for update`;
    if (!round) throw new DomainError(`${formatMonth(period)}的调度还没有开启。请先开启。`);
    if (round.version !== version) throw new DomainError("这一轮刚刚被改过。请刷新页面，看过现状再办。");
    await write(tx, round);
  });
}

function requireOpen({ isClosed }: LockedRound): void {
  if (isClosed) throw new DomainError("这一轮已经关闭。要改，请先重新开放。");
}

/** The same opening, sent again, says nothing; another one is told whose the first is. */
async function requireSame(tx: Transaction, viewer: Viewer, { period, dueOn, note }: Opening): Promise<void> {
  const [round] = await tx.$queryRaw<{ isSame: boolean; dueOn: IsoDate; openedBy: string }[]>`
    select x.opened_by_id = ${viewer.accountId} and x.due_on = ${dueOn}::date
        and x.note is not distinct from ${note}::text and x.version = 1 as "isSame",
      x.due_on::text as "dueOn", a.display_name as "openedBy"
    from rounds x join accounts a on a.id = x.opened_by_id where x.period = ${period}::date`;
  if (!round || round.isSame) return;
  throw new DomainError(
    `${formatMonth(period)}的调度已由${round.openedBy}开启，截止 ${round.dueOn}。要改截止日，请到那一轮里调整。`,
    "period",
  );
}

type Kept = {
  id: number;
  step: "opened" | "due_moved" | "closed" | "reopened";
  reason: string | null;
  /** The deadline before and after. */
  moved?: readonly [IsoDate, IsoDate];
};

async function keep(tx: Transaction, viewer: Viewer, { id, step, reason, moved }: Kept): Promise<void> {
  await tx.$executeRaw`
    insert into round_events (round_id, step, reason, old_due_on, new_due_on, account_id, recorded_at)
    values (${id}, ${step}::round_step, ${reason}, ${moved?.[0] ?? null}::date, ${moved?.[1] ?? null}::date,
      ${viewer.accountId}, app_now())`;
}

function audit(
  tx: Transaction,
  viewer: Viewer,
  action: Extract<AuditAction, `round.${string}`>,
  period: IsoDate,
  details: Prisma.InputJsonObject,
): Promise<void> {
  return record(tx, { actor: viewer, action, subject: period.slice(0, 7), details });
}

async function todayOf(tx: Transaction): Promise<IsoDate> {
  const [row] = await tx.$queryRaw<{ today: IsoDate }[]>`select app_today()::text as today`;
  if (!row) throw new Error("no clock");
  return row.today;
}
