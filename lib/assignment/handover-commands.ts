import "server-only";
import type { Handover } from "@/lib/assignment/handover-schema";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";

/**
 * Makes one person responsible for all projects of another, from today on; units stay. What the giver typed stays
 * theirs; what was returned to them is mended by the taker. Returns how many projects went over.
 */
export async function handOver(viewer: Viewer, { from, to, seen }: Handover): Promise<number> {
  requirePermission(viewer, "project:hand-over");
  return db.$transaction(async (tx) => {
    const { giverId, takerId } = await requirePeople(tx, from, to);
    const projects = await lockProjects(tx, giverId);
    requireSeen(projects, seen);
    const ids = projects.map(({ assignmentId }) => assignmentId);
    await tx.$executeRaw`
      update assignments set until = app_today(), version = version + 1 where id = any (${ids}::int[])`;
    await tx.$executeRaw`
      insert into assignments (project_id, unit_id, account_id, since, assigned_by_id, created_at)
      select project_id, unit_id, ${takerId}, app_today(), ${viewer.accountId}, app_now()
      from assignments where id = any (${ids}::int[])`;
    const codes = projects.map(({ code }) => code);
    await record(tx, {
      actor: viewer,
      action: "project.handed-over",
      subject: from,
      details: { person: [from, to], projects: codes },
    });
    return codes.length;
  });
}

async function requirePeople(tx: Transaction, from: string, to: string) {
  if (from === to) throw new DomainError("交出人和接手人是同一个人，请另选接手人。", "to");
  const giver = await tx.account.findUnique({ where: { name: from }, select: { id: true } });
  const taker = await tx.account.findFirst({
    where: { name: to, role: "staff", disabledAt: null },
    select: { id: true },
  });
  if (!giver) throw new DomainError("找不到交出人。请重新选。", "from");
  if (!taker) throw new DomainError("接手人要是在用的招商专员账号。请重新选。", "to");
  return { giverId: giver.id, takerId: taker.id };
}

type OpenProject = { assignmentId: number; code: string };

/** In the order in which others lock them; what was assigned elsewhere meanwhile is left out. */
async function lockProjects(tx: Transaction, giverId: number): Promise<OpenProject[]> {
  await tx.$executeRaw`
    select from projects where id in (select project_id from assignments where account_id = ${giverId} and until is null)
    order by code for no key update`;
  return tx.$queryRaw<OpenProject[]>`
    select a.id as "assignmentId", p.code
    from assignments a join projects p on p.id = a.project_id
    where a.account_id = ${giverId} and a.until is null order by p.code`;
}

function requireSeen(projects: readonly OpenProject[], seen: readonly number[]): void {
  if (projects.length === 0) throw new DomainError("交出人现在不负责任何项目，没有可交接的。");
  const isSame =
    projects.length === seen.length && projects.every(({ assignmentId }) => seen.includes(assignmentId));
  if (!isSame) throw new DomainError("交出人负责的项目刚刚变了。请刷新页面，看过新的清单再交接。");
}
