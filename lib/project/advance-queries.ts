import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { AdvanceFacts } from "@/lib/project/advance-rules";
import { isCompletion } from "@/lib/project/advance-rules";
import { Prisma } from "@/prisma/generated/client";

type Row = Omit<AdvanceFacts, "openCompletions"> & { open: { ordinal: number; title: string }[] };

/** What a project has of what its next stage asks for; null: there is no such project. */
export async function findAdvanceFacts(
  client: Pick<Transaction, "$queryRaw">,
  where: { code: string } | { reportId: number },
): Promise<AdvanceFacts | null> {
  const isMeant =
    "code" in where
      ? Prisma.sql`p.code = ${where.code}`
      : Prisma.sql`p.id = (select project_id from progress_reports where id = ${where.reportId})`;
  const [row] = await client.$queryRaw<Row[]>`
    select p.code, p.stage, coalesce(p.condition = 'terminated', false) as "isTerminated",
      p.place_id is not null as "hasPlace", p.planned_investment is not null as "hasPlannedInvestment",
      exists (select from assignments a where a.project_id = p.id and a.until is null) as "hasUnit",
      exists (select from milestones m where m.project_id = p.id and coalesce(m.revised_to, m.planned_to) is not null)
        as "hasDeadline",
      (select count(*)::int from commitments c
        where c.project_id = p.id and c.is_measurable and c.unit is not null) as commitments,
      exists (select from commitments c where c.project_id = p.id and c.read_value is not null) as "hasReading",
      (select coalesce(json_agg(json_build_object('ordinal', m.ordinal, 'title', m.title) order by m.ordinal), '[]')
        from milestones m where m.project_id = p.id and m.actual_to is null) as open
    from projects p where ${isMeant}`;
  if (!row) return null;
  const { open, ...facts } = row;
  return {
    ...facts,
    openCompletions: open.filter(({ title }) => isCompletion(title)).map(({ ordinal }) => ordinal),
  };
}
