import "server-only";
import { type Permission, policy } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL condition on a returned row (a report or a status check, by its alias): whether this person may mend it and hand
 * it in again. Its author may; when its author no longer can, because the project went to somebody else or the account
 * no longer writes, whoever works on the project takes it over. Ask apart whether the project is visible.
 */
export function mendableBy({ accountId }: Pick<Viewer, "accountId">, row: "r" | "k"): Prisma.Sql {
  const { alias, permission } = written[row];
  const writers = Prisma.join(policy[permission].map((role) => Prisma.sql`${role}::role`));
  return Prisma.sql`(${alias}.author_id = ${accountId} or exists (
    select from accounts w where w.id = ${alias}.author_id and (
      w.disabled_at is not null or w.role not in (${writers})
      or (w.role = 'staff' and exists (select from assignments s
        -- As the index of open assignments has it.
        where s.project_id + 0 = ${alias}.project_id and s.until is null and s.account_id <> w.id)))))`;
}

/** SQL condition on the same rows: whether this person handed it in, now or before somebody took it over. */
export function writtenBy({ accountId }: Pick<Viewer, "accountId">, row: "r" | "k"): Prisma.Sql {
  const { alias } = written[row];
  return Prisma.sql`(${alias}.author_id = ${accountId} or ${accountId} = any (${alias}.former_author_ids))`;
}

const written = {
  r: { alias: Prisma.sql`r`, permission: "report:write" },
  k: { alias: Prisma.sql`k`, permission: "status-check:write" },
} as const satisfies Record<"r" | "k", { alias: Prisma.Sql; permission: Permission }>;
