import "server-only";
import { operator, record, type Transaction } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { hashPassword, newOneTimePassword } from "./password";
import { passwordRefusal } from "./password-rules";

const firstName = "guanli";
const firstDisplayName = "系统管理员";

const demoAccounts: readonly { name: string; displayName: string; role: Role }[] = [
  { name: "lingdao", displayName: "市领导", role: "official" },
  { name: "zhuanyuan", displayName: "招商专员", role: "staff" },
  { name: "shenhe", displayName: "审核员", role: "reviewer" },
  { name: firstName, displayName: firstDisplayName, role: "admin" },
  { name: "anquan", displayName: "安全保密管理员", role: "security" },
  { name: "shenji", displayName: "安全审计员", role: "auditor" },
];

/**
 * Makes the first administrator where there is no account yet, with the operator's password (ADMIN_PASSWORD) or a
 * generated one; both must be changed at first use. Returns the lines to print once; null when there was no need.
 */
export async function ensureFirstAdministrator(
  tx: Transaction,
  givenPassword?: string,
): Promise<string | null> {
  if ((await tx.account.count()) > 0) return null;
  const weakness = givenPassword && passwordRefusal(givenPassword, firstName);
  if (weakness) throw new Error(`ADMIN_PASSWORD 不能用：${weakness}`);
  const password = givenPassword ?? newOneTimePassword();
  const account = { name: firstName, displayName: firstDisplayName, role: "admin" } as const;
  await tx.account.create({
    data: { ...account, passwordHash: await hashPassword(password) },
    select: { id: true },
  });
  await record(tx, {
    actor: operator,
    action: "account.created",
    subject: firstName,
    details: { role: "admin" },
  });
  const secret = givenPassword ? "密码是 ADMIN_PASSWORD 的值" : `一次性密码 ${password}（只显示这一次）`;
  return `首个管理员 ${firstName}，${secret}，首次登录必须修改。
新建其他账号：npm run account -- create NAME --role staff
（--role 可为 official、staff、reviewer、admin、security、auditor）
`;
}

/** Makes the six accounts of the demo; those that are there get this password again. */
export async function seedDemoAccounts(tx: Transaction, password: string): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const account of demoAccounts) {
    await tx.account.upsert({
      where: { name: account.name },
      update: { passwordHash, mustChangePassword: false },
      create: { ...account, passwordHash, mustChangePassword: false },
      select: { id: true },
    });
  }
  const names = demoAccounts.map(({ name }) => name);
  await record(tx, { actor: operator, action: "account.created", subject: "demo", details: { names } });
}
