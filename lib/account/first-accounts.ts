import "server-only";
import { operator, record, type Transaction } from "@/lib/audit/audit-record";
import type { Role } from "@/lib/auth/policy";
import { roleText } from "@/lib/text/role-text";
import { hashPassword, newOneTimePassword } from "./password";
import { passwordRefusal } from "./password-rules";

const firstAdministrator = { name: "guanli", displayName: roleText.admin, role: "admin" } as const;

const demoAccounts = {
  lingdao: "official",
  zhuanyuan: "staff",
  shenhe: "reviewer",
  guanli: "admin",
  anquan: "security",
  shenji: "auditor",
} as const satisfies Record<string, Role>;

type DemoName = keyof typeof demoAccounts;

/**
 * Makes the first administrator where there is no account yet, with the password given (ADMIN_PASSWORD) or a
 * generated one; either must be changed at first use. Returns the lines to print once; null when there was no need.
 */
export async function ensureFirstAdministrator(tx: Transaction, given?: string): Promise<string | null> {
  if ((await tx.account.count()) > 0) return null;
  const weakness = given && passwordRefusal(given, firstAdministrator.name);
  if (weakness) throw new Error(`ADMIN_PASSWORD 不能用：${weakness}`);
  const password = given ?? newOneTimePassword();
  const { name, role } = firstAdministrator;
  const passwordHash = await hashPassword(password);
  await tx.account.create({ data: { ...firstAdministrator, passwordHash }, select: { id: true } });
  await record(tx, { actor: operator, action: "account.created", subject: name, details: { role } });
  const secret = given ? "密码是 ADMIN_PASSWORD 的值" : `一次性密码 ${password}（只显示这一次）`;
  return `首个管理员 ${name}，${secret}，首次登录必须修改。
新建其他账号：npm run account -- create NAME --role staff
角色还可以是 official、reviewer、admin、security、auditor。`;
}

/**
 * Makes the demo's six accounts, and gives those that are there this password again. Returns their ids, and the line
 * to print when the password had to be generated.
 */
export async function seedDemoAccounts(
  tx: Transaction,
  givenPassword?: string,
): Promise<Record<DemoName, number> & { words: string | null }> {
  const password = givenPassword ?? newOneTimePassword();
  const passwordHash = await hashPassword(password);
  const upsert = async (name: DemoName): Promise<number> => {
    const role = demoAccounts[name];
    const settled = { passwordHash, mustChangePassword: false };
    const create = { ...settled, name, role, displayName: roleText[role] };
    return (await tx.account.upsert({ where: { name }, update: settled, create, select: { id: true } })).id;
  };
  const accounts = {
    lingdao: await upsert("lingdao"),
    zhuanyuan: await upsert("zhuanyuan"),
    shenhe: await upsert("shenhe"),
    guanli: await upsert("guanli"),
    anquan: await upsert("anquan"),
    shenji: await upsert("shenji"),
  };
  const names = Object.keys(accounts);
  await record(tx, { actor: operator, action: "account.created", subject: "demo", details: { names } });
  const words = givenPassword ? null : `演示账号 ${names.join("、")}，密码 ${password}（只显示这一次）`;
  return { ...accounts, words };
}
