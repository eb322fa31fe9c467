import "server-only";
import { type Permission, policy } from "@/lib/auth/policy";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";

/**
 * SQL condition on a returned row (a report, a status check or a change of the register, by its alias): whether this
 * person may mend it and hand it in again. Its author may; when its author no longer can, because the project of a
 * report or check went to somebody else or the account no longer writes, whoever does the same work takes it over. Ask
 * apart whether the project is visible.
 */
export function mendableBy({ accountId }: Pick<Viewer, "accountId">, row: Row): Prisma.Sql {
  const { alias, permission, isOfProject } = written[row];
  const writers = Prisma.join(policy[permission].map((role) => Prisma.sql`${role}::role`));
  const handedOver = isOfProject
    ? Prisma.sql`(w.role = 'staff' and exists (select from assignments s
        -- As the index of open assignments has it.
        where s.project_id + 0 = ${alias}.project_id and s.until is null and s.account_id <> w.id))`
    : Prisma.sql`false`;
  return Prisma.sql`(${alias}.author_id = ${accountId} or exists (
    select from accounts w where w.id = ${alias}.author_id and (
      w.disabled_at is not null or w.role not in (${writers}) or ${handedOver})))`;
}

/** SQL condition on the same rows: whether this person handed it in, now or before somebody took it over. */
export function writtenBy({ accountId }: Pick<Viewer, "accountId">, row: Row): Prisma.Sql {
  const { alias } = written[row];
  return Prisma.sql`(${alias}.author_id = ${accountId} or ${accountId} = any (${alias}.former_author_ids))`;
}

/**
 * SQL for the id of the returned report of a project `p` that a form opens, or of the returned correction of the report
 * `corrects`: the one whose month the draft is about, else the oldest. Null: the viewer has none to mend.
 */
export function returnedReport(
  viewer: Pick<Viewer, "accountId">,
  { form, corrects }: ReportForm,
): Prisma.Sql {
  return Prisma.sql`(
    select r.id from progress_reports r
    where r.project_id = p.id and r.state = 'returned' and ${mendableBy(viewer, "r")}
      and r.corrects_id is not distinct from ${corrects}::int
    order by to_char(r.period, 'YYYY-MM') is distinct from (select d.input ->> 'period' from drafts d
      where d.form = ${form} and d.account_id = ${viewer.accountId}), r.period limit 1)`;
}

/** A form of reports: the name of its draft, and the published report that it corrects, if any. */
type ReportForm = { form: string; corrects: number | null };

type Row = "r" | "k" | "g";

const written = {
  r: { alias: Prisma.sql`r`, permission: "report:write", isOfProject: true },
  k: { alias: Prisma.sql`k`, permission: "status-check:write", isOfProject: true },
  g: { alias: Prisma.sql`g`, permission: "register:write", isOfProject: false },
} as const satisfies Record<Row, { alias: Prisma.Sql; permission: Permission; isOfProject: boolean }>;
