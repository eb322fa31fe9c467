import "server-only";
import { openAssignment } from "@/lib/assignment/assignment-commands";
import type { AuditEvent, Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import type { DateRange } from "@/lib/format/date-range";
import { type Decided, decide, writeOnce } from "@/lib/project/decision-commands";
import { requireNothingRestsOn } from "@/lib/project/later-stage-queries";
import { returnSql, withdrawSql } from "@/lib/project/review-sql";
import { type StandingRow, standingColumns, standingOf } from "@/lib/project/standing-sql";
import { DomainError, refuseAsWhole } from "@/lib/result";
import { publishCheckSql } from "@/lib/status-check/publication-sql";
import { checkRefusals, effectsOf, type StatusAnswer } from "@/lib/status-check/status-check-rules";
import type { Prisma } from "@/prisma/generated/client";

/** A status check as the reviewer saw it. */
export type ReviewedCheck = { id: number; version: number };
export type ReviewedProject = { code: string };

/** Makes a status check public, with what it says of stage and condition, and perhaps the unit that it proposes. */
export async function publishStatusCheck(
  viewer: Viewer,
  { id, version, assignsUnit }: ReviewedCheck & { assignsUnit: boolean },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "publish", reason: null }, async (tx, check) => {
    const standing = standingOf(check);
    refuseAsWhole(checkRefusals(check, standing, check.today));
    const effects = effectsOf(check.answer, standing);
    await writeOnce(tx, publishCheckSql({ id, version, reviewerId: viewer.accountId, effects }));
    const assigned = assignsUnit ? await assignProposed(tx, viewer, check) : [];
    return { details: { answer: check.answer, ...effects }, before: assigned };
  });
}

/** Gives a status check back to its author; the reason stands at the field, null being the whole check. */
export async function returnStatusCheck(
  viewer: Viewer,
  { id, version, reason, field }: ReviewedCheck & { reason: string | null; field: string | null },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "return", reason }, async (tx) => {
    const returned = { id, version, reviewerId: viewer.accountId, reason: reason ?? "", field };
    await writeOnce(tx, returnSql("statusCheck", returned));
    return { details: { reason, field } };
  });
}

/** Takes a published status check back in one step, and with it what it said of stage and condition. */
export async function withdrawStatusCheck(
  viewer: Viewer,
  { id, version, reason }: ReviewedCheck & { reason: string | null },
): Promise<ReviewedProject> {
  return review(viewer, { id, version, step: "withdraw", reason }, async (tx) => {
    await requireNothingRestsOn(tx, { statusCheckId: id });
    await writeOnce(
      tx,
      withdrawSql("statusCheck", { id, version, accountId: viewer.accountId, reason: reason ?? "" }),
    );
    return { details: { reason } };
  });
}

const auditActions = {
  publish: "status-check.published",
  return: "status-check.returned",
  withdraw: "status-check.withdrawn",
} as const;

type Decision = ReviewedCheck & { step: keyof typeof auditActions; reason: string | null };
type Outcome = { details: Prisma.InputJsonObject; before?: readonly AuditEvent[] };

async function review(
  viewer: Viewer,
  { id, version, step, reason }: Decision,
  write: (tx: Transaction, check: LockedCheck) => Promise<Outcome>,
): Promise<ReviewedProject> {
  const { code } = await decide(viewer, {
    permission: "status-check:review",
    step,
    version,
    reason,
    auditAction: auditActions[step],
    load: (tx) => lockCheck(tx, id),
    write: async (tx, check) => {
      const { details, before } = await write(tx, check);
      return { details: { statusCheck: id, ...details }, ...(before && { before }) };
    },
  });
  return { code };
}

async function assignProposed(tx: Transaction, viewer: Viewer, check: LockedCheck): Promise<AuditEvent[]> {
  const { proposedUnitId: unitId, proposedUnit: newUnit } = check;
  if (unitId === null || newUnit === null || newUnit === check.unit) return [];
  const project = { id: check.projectId, code: check.code, openId: check.openId, unit: check.unit };
  return [await openAssignment(tx, viewer, { ...project, unitId, newUnit, accountId: null })];
}

type LockedCheck = StandingRow &
  Decided & {
    projectId: number;
    code: string;
    answer: StatusAnswer;
    on: DateRange;
    reason: string | null;
    evidence: string;
    proposedUnitId: number | null;
    proposedUnit: string | null;
    openId: number | null;
    unit: string | null;
  };

/** The check and its project, locked in the order of the projections, so that two decisions wait for each other. */
async function lockCheck(tx: Transaction, id: number): Promise<LockedCheck> {
  await tx.$executeRaw`
    select from projects where id = (select project_id from status_checks where id = ${id}) for no key update`;
  const [check] = await tx.$queryRaw<LockedCheck[]>`
    select ${standingColumns}, p.id as "projectId", p.code, p.code as about, '这份核实' as named,
      k.author_id as "authorId", k.former_author_ids as "formerAuthorIds", k.state, k.version, reviewer.display_name as reviewer, k.answer,
      range_json(k.effective_from, k.effective_to, k.effective_precision) as "on", k.reason, k.evidence,
      k.unit_id as "proposedUnitId", proposed.name as "proposedUnit", a.id as "openId", u.name as unit
    from status_checks k
    join projects p on p.id = k.project_id
    left join accounts reviewer on reviewer.id = k.reviewer_id
    left join units proposed on proposed.id = k.unit_id
    left join assignments a on a.project_id = p.id and a.until is null
    left join units u on u.id = a.unit_id
    where k.id = ${id}`;
  if (!check) throw new DomainError("找不到这份核实。请回到审核列表再选。");
  return check;
}
