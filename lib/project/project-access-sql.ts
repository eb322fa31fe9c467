import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL condition on a project `p`: whether this person may work on it. A reviewer sees all; staff see what is theirs,
 * what is nobody's, and what only has a unit.
 */
export function visibleTo({ accountId, role }: Pick<Viewer, "accountId" | "role">): Prisma.Sql {
  if (role === "reviewer") return Prisma.sql`true`;
  if (role !== "staff") return Prisma.sql`false`;
  return Prisma.sql`not exists (
    select from assignments a
    where a.project_id = p.id and a.until is null and a.account_id is not null and a.account_id <> ${accountId})`;
}
