import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { ProjectContent } from "@/lib/project/project-register-schema";

export type RegisteredProject = { id: number; key: string; version: number; content: ProjectContent };

/** The project as it stands, without the way it has come; null: there is none, or it was withdrawn. */
export async function findRegisteredProject(
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
): Promise<RegisteredProject | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  const [project] = await client.$queryRaw<RegisteredProject[]>`
    select p.id, p.code as key, p.version,
      json_build_object(
        'name', p.name, 'shortName', p.short_name, 'type', p.type, 'summary', p.summary,
        'agreement', (select a.code from agreements a where a.id = p.agreement_id), 'agreementNote', p.agreement_note,
        'place', (select l.slug from places l where l.id = p.place_id), 'newPlace', null,
        'investors', (select coalesce(json_agg(o.slug order by i.ordinal), '[]')
          from project_investors i join organizations o on o.id = i.organization_id where i.project_id = p.id),
        'newInvestors', '[]'::json,
        'plannedInvestment', p.planned_investment::text, 'agreedInvestment', p.agreed_investment::text,
        'currency', p.currency, 'stages', '[]'::json) as content
    from projects p where p.id = ${id}::int or p.code = ${key}`;
  return project ?? null;
}
