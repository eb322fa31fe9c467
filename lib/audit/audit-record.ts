import "server-only";
import type { AuditAction } from "@/lib/audit/audit-sentence";
import type { Prisma } from "@/prisma/generated/client";

export type Transaction = Prisma.TransactionClient;

/** Who does something. The account is null for the operator's programs and for whoever is not signed in. */
export type Actor = { accountId: number | null; name: string; address: string | null };

/** Whoever can run a program on the server: it needs no permission of an account. */
export const operator = { accountId: null, name: "operator", address: null } as const satisfies Actor;

export type AuditEvent = {
  actor: Actor;
  /** What happened, such as `report.published`: one that has a sentence. */
  action: AuditAction;
  /** What it was done to, as people write it: a project code, an account name. */
  subject: string;
  /** Field → [old, new], or what else a reader needs. Never a password. */
  details?: Prisma.InputJsonObject;
  /** False: it was tried and refused. */
  succeeded?: boolean;
};

/** Writes an audit event. It locks the chain until the transaction ends, so it is its last statement. */
export async function record(tx: Transaction, event: AuditEvent): Promise<void> {
  const { actor, action, subject, details = {}, succeeded = true } = event;
  const { accountId, name, address } = actor;
  await tx.$executeRaw`
    insert into audit_events (account_id, actor, action, subject, details, address, succeeded)
    values (${accountId}::int, ${name}, ${action}, ${subject}, ${JSON.stringify(details)}::jsonb,
      ${address}, ${succeeded})`;
}
