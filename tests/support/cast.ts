// The people of the tests: one for each role, and a second one where two have to meet.
import { randomUUID } from "node:crypto";
import type { Role } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";

export const castPassword = "Lantern-River-47";

// Of castPassword at the least cost there is, so that hundreds of sign-ins take no time.
const castPasswordHash =
  "$argon2id$v=19$m=8,t=1,p=1$HanxqYgnzu3vjigiLfDr1g$SI6FGwoi797mvdY9KpSIm/BUdStUClHfDJNr+pt5Do4";

const cast = {
  lin: { displayName: "林领导", role: "official" },
  zhao: { displayName: "赵专员", role: "staff" },
  qian: { displayName: "钱专员", role: "staff" },
  sun: { displayName: "孙审核", role: "reviewer" },
  li: { displayName: "李审核", role: "reviewer" },
  guan: { displayName: "管系统", role: "admin" },
  an: { displayName: "安保密", role: "security" },
  ji: { displayName: "纪审计", role: "auditor" },
} as const satisfies Record<string, { displayName: string; role: Role }>;

export type CastName = keyof typeof cast;

/** The first of the cast with each role. */
export const castOf = {
  official: "lin",
  staff: "zhao",
  reviewer: "sun",
  admin: "guan",
  security: "an",
  auditor: "ji",
} as const satisfies Record<Role, CastName>;

/** Makes the whole cast, with castPassword, in a database without accounts. */
export async function createCast(): Promise<void> {
  await db.account.createMany({
    data: Object.entries(cast).map(([name, account]) => ({
      ...account,
      name,
      passwordHash: castPasswordHash,
      mustChangePassword: false,
    })),
  });
}

/** One of the cast, or another account, with a session just opened, as commands and queries ask for. */
export async function viewerOf(name: string): Promise<Viewer> {
  const account = await db.account.findUniqueOrThrow({
    where: { name },
    select: { id: true, displayName: true, role: true, mustChangePassword: true },
  });
  const { id: accountId, displayName, role, mustChangePassword } = account;
  const sessionId = randomUUID();
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.session.create({ data: { id: sessionId, accountId, expiresAt } });
  const due = { mustChangePassword, mustAddSecondFactor: false };
  return { accountId, name, displayName, role, sessionId, ...due, address: "10.0.0.1" };
}
