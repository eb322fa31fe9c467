import { parseArgs } from "node:util";
import { operator } from "@/lib/audit/audit-record";
import { roles } from "@/lib/auth/policy";
import { db } from "@/lib/db";
import { DomainError } from "@/lib/result";
import { roleText } from "@/lib/text/role-text";
import { createAccount, disableAccount, enableAccount, resetPassword } from "./account-commands";
import { createAccountSchema } from "./account-schema";
import type { OneTimePassword } from "./one-time-password";
import { resetSecondFactor } from "./second-factor-commands";

const usage = `用法：
  npm run account -- create NAME --role ROLE [--display-name 显示名称]
  npm run account -- reset NAME      发一个新的一次性密码，并解除锁定
  npm run account -- disable NAME    停用账号
  npm run account -- enable NAME     恢复停用的账号
  npm run account -- reset-totp NAME 取消丢失的两步验证（密码不变）
角色 ROLE：${roles.map((role) => `${role}（${roleText[role]}）`).join("、")}
加 --demo 用演示数据库。`;

type Options = { role?: string; "display-name"?: string };

const commands = {
  async create(name: string, options: Options): Promise<string> {
    const typed = { name, displayName: options["display-name"] ?? name, role: options.role };
    const input = createAccountSchema.safeParse(typed);
    if (!input.success) throw new DomainError(input.error.issues.map(({ message }) => message).join("\n"));
    return handOver("已新建", await createAccount(operator, input.data));
  },
  async reset(name: string): Promise<string> {
    return handOver("已重置", await resetPassword(operator, { name }));
  },
  async disable(name: string): Promise<string> {
    await disableAccount(operator, { name });
    return `已停用 ${name}，其登录已全部结束。`;
  },
  async enable(name: string): Promise<string> {
    await enableAccount(operator, { name });
    return `已恢复 ${name}，密码还是原来的。`;
  },
  async "reset-totp"(name: string): Promise<string> {
    await resetSecondFactor(operator, { name });
    return `已取消 ${name} 的两步验证，其登录已全部结束。`;
  },
} as const;

function handOver(done: string, { name, oneTimePassword }: OneTimePassword): string {
  return `${done} ${name}，一次性密码 ${oneTimePassword}\n密码只显示这一次，请当面或电话告知；首次登录必须修改。`;
}

function isCommand(word: string | undefined): word is keyof typeof commands {
  return word !== undefined && Object.hasOwn(commands, word);
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { role: { type: "string" }, "display-name": { type: "string" } },
    });
  } catch {
    return null;
  }
}

async function main(): Promise<number> {
  const [command, name, ...more] = readArguments()?.positionals ?? [];
  if (!isCommand(command) || name === undefined || more.length > 0) {
    console.error(usage);
    return 1;
  }
  try {
    console.log(await commands[command](name, readArguments()?.values ?? {}));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`✗ ${error.message}`);
    return 1;
  } finally {
    await db.$disconnect();
  }
}

process.exitCode = await main();
