import "server-only";
import type { AssignmentOrder } from "@/lib/assignment/assignment-schema";
import { type AuditEvent, record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/project/project-access-sql";
import { DomainError } from "@/lib/result";

/** Makes a unit, and perhaps one person in it, responsible for a project from today on. */
export async function assignUnit(viewer: Viewer, order: AssignmentOrder): Promise<void> {
  requirePermission(viewer, "project:assign");
  await db.$transaction(async (tx) => {
    const project = await lockProject(tx, viewer, order.code);
    if (project.openId !== order.replaces) {
      throw new DomainError(`责任单位刚刚改成了${project.unit ?? "未指定"}。请刷新页面，看过再定。`);
    }
    const accountId = order.person === null ? null : await requireStaff(tx, order.person);
    if (project.unit === order.unit && project.accountId === accountId) {
      throw new DomainError("这个单位已经是责任单位，责任人也没有变。", "unit");
    }
    const unitId = await requireUnit(tx, order.unit);
    const event = await openAssignment(tx, viewer, { ...project, accountId, unitId, newUnit: order.unit });
    await record(tx, event);
  });
}

/** The unit of that name, made if it is new. */
export async function requireUnit(tx: Transaction, name: string): Promise<number> {
  const unit = await tx.unit.upsert({ where: { name }, update: {}, create: { name }, select: { id: true } });
  return unit.id;
}

type NewAssignment = {
  id: number;
  code: string;
  openId: number | null;
  unit: string | null;
  unitId: number;
  newUnit: string;
  accountId: number | null;
};

/** Closes the open assignment of a locked project and opens the new one. The event is for the caller to record last. */
export async function openAssignment(
  tx: Transaction,
  viewer: Viewer,
  next: NewAssignment,
): Promise<AuditEvent> {
  await tx.$executeRaw`
    update assignments set until = app_today(), version = version + 1 where id = ${next.openId}::int`;
  await tx.$executeRaw`
    insert into assignments (project_id, unit_id, account_id, since, assigned_by_id, created_at)
    values (${next.id}, ${next.unitId}, ${next.accountId}::int, app_today(), ${viewer.accountId}, app_now())`;
  return {
    actor: viewer,
    action: "project.assigned",
    subject: next.code,
    details: { unit: [next.unit, next.newUnit], accountId: next.accountId },
  };
}

type LockedProject = {
  id: number;
  code: string;
  openId: number | null;
  unit: string | null;
  accountId: number | null;
};

async function lockProject(tx: Transaction, viewer: Viewer, code: string): Promise<LockedProject> {
  await tx.$executeRaw`select from projects where code = ${code} for no key update`;
  const [project] = await tx.$queryRaw<LockedProject[]>`
    select p.id, p.code, a.id as "openId", u.name as unit, a.account_id as "accountId"
    from projects p
    left join assignments a on a.project_id = p.id and a.until is null
    left join units u on u.id = a.unit_id
    where p.code = ${code} and ${visibleTo(viewer)}`;
  if (!project) throw new DomainError("找不到这个项目。请从项目台账里选。");
  return project;
}

async function requireStaff(tx: Transaction, name: string): Promise<number> {
  const account = await tx.account.findFirst({
    where: { name, role: "staff", disabledAt: null },
    select: { id: true },
  });
  if (!account) throw new DomainError("责任人要是在用的招商专员账号。请重新选，或选“不指定”。", "person");
  return account.id;
}
