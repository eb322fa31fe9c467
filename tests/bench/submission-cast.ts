import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import type { ReportInput } from "@/lib/progress/progress-schema";

/** A project and a month for which it has no report yet. */
export type Month = { code: string; period: IsoDate };

/** One who hands in and one who publishes; nobody can sign in as them. */
export async function ensureBenchPeople(): Promise<{ author: Viewer; reviewer: Viewer }> {
  return { author: await ensureAccount("staff"), reviewer: await ensureAccount("reviewer") };
}

async function ensureAccount(role: Role): Promise<Viewer> {
  const name = `bench.${role}`;
  const passwordHash = "nobody signs in";
  const { id, displayName } = await db.account.upsert({
    where: { name },
    update: {},
    create: { name, displayName: name, role, passwordHash, mustChangePassword: false },
    select: { id: true, displayName: true },
  });
  const sessionId = randomUUID();
  const due = { mustChangePassword: false, mustAddSecondFactor: false };
  return { accountId: id, name, displayName, role, sessionId, ...due, address: null };
}

/**
 * Months one may report on without a report of the projects of the facts, the oldest first, spread over all of them.
 * What was measured before is taken back, so that there are always enough.
 */
export async function freeMonths(count: number): Promise<Month[]> {
  await db.$executeRaw`
    update progress_reports r
    set state = 'withdrawn', withdrawn_at = app_now(), withdrawn_by_id = r.reviewer_id, withdraw_reason = 'measured'
    from accounts a where a.id = r.author_id and a.name = 'bench.staff' and r.state = 'published'`;
  return db.$queryRaw<Month[]>`
    select p.code, month::date::text as period
    from generate_series(date_trunc('month', app_today()) - interval '12 months', app_today() - 31, '1 month') month
    cross join projects p
    where p.code ~ '^P201[45]-[0-9]{2}$'
      and not exists (select from progress_reports r where r.project_id = p.id and r.period = month::date
        and r.state in ('submitted', 'returned', 'published'))
    order by month, p.code limit ${count}`;
}

/** What a monthly report commonly says. */
export function reportOf(period: IsoDate): ReportInput {
  return {
    period,
    isUnchanged: false,
    newStage: null,
    stageOn: null,
    stageEvidence: null,
    stageReason: null,
    newCondition: null,
    conditionReason: null,
    conditionReviewOn: null,
    percent: 50,
    arrivedFunds: 12_000_000n,
    completedInvestment: 15_000_000n,
    summary: "本月完成设备采购合同的签订，配套道路进入收尾。",
    nextSteps: "下月安排设备安装和验收。",
    note: null,
    correctionReason: null,
    startsByText: false,
    reading: {},
    milestone: {},
    problem: {},
  };
}
