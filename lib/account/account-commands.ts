import "server-only";
import { type operator, record, type Transaction } from "@/lib/audit/audit-record";
import type { Permission, Role } from "@/lib/auth/policy";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { DomainError, SeparationRefused } from "@/lib/result";
import { roleText } from "@/lib/text/role-text";
import { isAdministrable, isIndispensable, roleRefusal, rolesAtCreation } from "./account-rules";
import type { CreateAccountInput } from "./account-schema";
import type { OneTimePassword } from "./one-time-password";
import { hashPassword, newOneTimePassword } from "./password";
import { endSessions } from "./session-commands";

/** An account's administrator, or a program of the operator. */
export type AccountActor = Viewer | typeof operator;

/** Makes an account; only the operator may give it any role at once. */
export async function createAccount(
  actor: AccountActor,
  input: CreateAccountInput,
): Promise<OneTimePassword> {
  requireAccountPermission(actor, "account:create");
  const { name, displayName, role } = input;
  const mayBeRole = actor.accountId === null || rolesAtCreation.some((allowed) => allowed === role);
  if (!mayBeRole)
    throw new DomainError("新账号只能是市领导或招商专员；其他角色请安全保密管理员授予。", "role");
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  await db.$transaction(async (tx) => {
    const account = { name, displayName, role, passwordHash };
    const { count } = await tx.account.createMany({ data: account, skipDuplicates: true });
    if (count === 0) throw new DomainError(`用户名 ${name} 已被使用，请换一个。`, "name");
    await record(tx, { actor, action: "account.created", subject: name, details: { role, displayName } });
  });
  return { name, oneTimePassword };
}

/** Disables an account; whoever uses it is out at the next request. */
export async function disableAccount(actor: AccountActor, { name }: { name: string }): Promise<void> {
  requireAccountPermission(actor, "account:disable");
  await db.$transaction(async (tx) => {
    const account = await getAdministrable(tx, actor, name);
    await requireAnother(tx, account);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, disabledAt: null },
      data: { disabledAt: new Date(), version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError(`账号 ${name} 已经停用。`, "name");
    await endSessions(tx, { accountId: account.id });
    await record(tx, { actor, action: "account.disabled", subject: name });
  });
}

/** Lets a disabled account sign in again, with the password that it had. */
export async function enableAccount(actor: AccountActor, { name }: { name: string }): Promise<void> {
  requireAccountPermission(actor, "account:disable");
  await db.$transaction(async (tx) => {
    const account = await getAdministrable(tx, actor, name);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, NOT: { disabledAt: null } },
      data: { disabledAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError(`账号 ${name} 没有停用。`, "name");
    await record(tx, { actor, action: "account.enabled", subject: name });
  });
}

/** Gives an account a new one-time password, unlocks it and ends its sessions. */
export async function resetPassword(
  actor: AccountActor,
  { name }: { name: string },
): Promise<OneTimePassword> {
  requireAccountPermission(actor, "account:reset-password");
  const oneTimePassword = newOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  await db.$transaction(async (tx) => {
    const account = await getAdministrable(tx, actor, name);
    if (account.disabledAt) throw new DomainError(`账号 ${name} 已经停用，不能重置密码。`, "name");
    await tx.account.update({
      where: { id: account.id },
      data: {
        passwordHash,
        mustChangePassword: true,
        failedSignIns: 0,
        lockedUntil: null,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    await endSessions(tx, { accountId: account.id });
    await record(tx, { actor, action: "account.password-reset", subject: name });
  });
  return { name, oneTimePassword };
}

/** Gives another account a role and ends its sessions: the security administrator's, who cannot raise himself. */
export async function grantRole(viewer: Viewer, { name, role }: { name: string; role: Role }): Promise<void> {
  requirePermission(viewer, "account:grant-role");
  if (name === viewer.name) throw new SeparationRefused("不能改自己的角色。", "name");
  await db.$transaction(async (tx) => {
    const account = await getAccount(tx, name);
    if (account.role === role) throw new DomainError(`账号 ${name} 已经是这个角色。`, "role");
    const refusal = roleRefusal(account, role);
    if (refusal) throw new DomainError(refusal, "role");
    await requireAnother(tx, account);
    const { count } = await tx.account.updateMany({
      where: { id: account.id, version: account.version },
      data: { role, version: { increment: 1 } },
    });
    if (count === 0) throw new DomainError("这个账号刚刚被别人改过，请刷新后再试。", "name");
    await endSessions(tx, { accountId: account.id });
    const details = { role: [account.role, role] };
    await record(tx, { actor: viewer, action: "account.role-granted", subject: name, details });
  });
}

function requireAccountPermission(actor: AccountActor, permission: Permission): void {
  if (actor.accountId !== null) requirePermission(actor, permission);
}

type NamedAccount = {
  id: number;
  name: string;
  role: Role;
  administration: Role | null;
  mustChangePassword: boolean;
  version: number;
  disabledAt: Date | null;
};

/** Locks it: nobody becomes one of the three while he is administered as something else. */
async function getAccount(tx: Transaction, name: string): Promise<NamedAccount> {
  const [account] = await tx.$queryRaw<NamedAccount[]>`
    select id, name, role::text, administration::text, must_change_password as "mustChangePassword", version,
      disabled_at as "disabledAt"
    from accounts where name = ${name} for no key update`;
  if (!account) throw new DomainError(`没有用户名为 ${name} 的账号，请核对。`, "name");
  return account;
}

async function getAdministrable(tx: Transaction, actor: AccountActor, name: string) {
  const account = await getAccount(tx, name);
  if (actor.accountId !== null && !isAdministrable(account.role)) {
    throw new DomainError("三员的账号只能由运维人员在服务器上停用或重置（npm run account）。", "name");
  }
  return account;
}

/** Two who would remove each other wait here for one another, so that one of them stays. */
async function requireAnother(tx: Transaction, { id, name, role, disabledAt }: NamedAccount): Promise<void> {
  if (disabledAt || !isIndispensable(role)) return;
  await tx.$executeRaw`select lock_administrators()`;
  const others = await tx.account.count({ where: { role, disabledAt: null, NOT: { id } } });
  if (others > 0) return;
  const words = roleText[role];
  throw new DomainError(
    `${name} 是最后一个可用的${words}，不能停用，也不能改角色。请先让另一个账号担任${words}。`,
    "name",
  );
}
