import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { DateRange, IsoDate } from "@/lib/format/date-range";
import type { Currency } from "@/lib/format/money";
import type { projectTypeText } from "@/lib/text/project-text";
import { Prisma } from "@/prisma/generated/client";
import { matchesAllBut, orderOf } from "./project-list-sql";
import type { ProjectQuery } from "./project-query";
import type { Condition, Stage } from "./project-rules";

const batchProjects = 500;

/** A project as people inside may read it; amounts are digits of whole units. */
export type ExportedProject = {
  code: string;
  name: string;
  shortName: string;
  type: keyof typeof projectTypeText;
  enterprises: string[];
  place: string | null;
  agreement: string | null;
  agreementNote: string | null;
  stage: Stage;
  stageOn: DateRange | null;
  condition: Condition | null;
  percent: number | null;
  plannedInvestment: string | null;
  agreedInvestment: string | null;
  currency: Currency;
  arrivedFunds: string | null;
  completedInvestment: string | null;
  isMoneyPublic: boolean;
  due: DateRange | null;
  dueBasis: "stated" | "inferred" | null;
  openProblems: number;
  unit: string | null;
  person: string | null;
  sourcedOn: IsoDate;
  reportedOn: IsoDate | null;
};

export type ExportSelection = {
  ids: number[];
  /** Newest day of a source and of a report among them; null: there is none. */
  sourcedOn: IsoDate | null;
  reportedOn: IsoDate | null;
};

/** Which projects a query selects, in its order, on all of its pages. */
export async function findExportSelection(
  viewer: Viewer,
  query: ProjectQuery,
  day: IsoDate,
): Promise<ExportSelection> {
  requirePermission(viewer, "project:read-internal");
  const matches = matchesAllBut("stage", query, day);
  const inStage = query.stage ? Prisma.sql`and p.stage = ${query.stage}::stage` : Prisma.empty;
  const [selection] = await db.$queryRaw<ExportSelection[]>`
    select coalesce(array_agg(p.id order by ${orderOf(query.sort)}), '{}') as ids,
      max(p.sourced_on)::text as "sourcedOn", max(p.reported_on)::text as "reportedOn"
    from projects p where ${matches} ${inStage}`;
  return selection ?? { ids: [], sourcedOn: null, reportedOn: null };
}

/** These projects in this order, as they are read; one that was withdrawn meanwhile is left out. */
export async function* listExportedProjects(
  viewer: Viewer,
  ids: readonly number[],
): AsyncGenerator<ExportedProject> {
  requirePermission(viewer, "project:read-internal");
  for (let start = 0; start < ids.length; start += batchProjects) {
    yield* await exportedProjects(ids.slice(start, start + batchProjects));
  }
}

function exportedProjects(ids: readonly number[]): Promise<ExportedProject[]> {
  return db.$queryRaw<ExportedProject[]>`
    select p.code, p.name, p.short_name as "shortName", p.type,
      array(select o.name from project_investors i join organizations o on o.id = i.organization_id
        where i.project_id = p.id order by i.ordinal) as enterprises,
      (select l.name from places l where l.id = p.place_id) as place,
      (select concat_ws(' ', a.code, coalesce(a.title, a.call_name)) from agreements a where a.id = p.agreement_id) as agreement,
      p.agreement_note as "agreementNote",
      p.stage, range_json(p.stage_from, p.stage_to, p.stage_precision) as "stageOn", p.condition, p.percent,
      p.planned_investment::text as "plannedInvestment", p.agreed_investment::text as "agreedInvestment", p.currency,
      p.arrived_funds::text as "arrivedFunds", p.completed_investment::text as "completedInvestment",
      num_nonnulls(p.public_arrived_funds, p.public_completed_investment) > 0 as "isMoneyPublic",
      range_json(p.due_from, p.due_to, p.due_precision) as due, p.due_basis as "dueBasis",
      (select count(*)::int from (
        select distinct on (x.key) x.resolved_on
        from problems x join progress_reports r on r.id = x.report_id
        where r.project_id = p.id and r.state = 'published'
        order by x.key, r.period desc, r.published_at desc) b where b.resolved_on is null) as "openProblems",
      s.unit, s.person, p.sourced_on::text as "sourcedOn", p.reported_on::text as "reportedOn"
    from unnest(${ids}::int[]) with ordinality as wanted(id, position)
    join projects p on p.id = wanted.id
    left join lateral (
      select u.name as unit, x.display_name as person
      from assignments a join units u on u.id = a.unit_id left join accounts x on x.id = a.account_id
      where a.project_id = p.id and a.until is null) s on true
    order by wanted.position`;
}
