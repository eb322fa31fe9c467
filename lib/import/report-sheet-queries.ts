import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { SheetProject } from "@/lib/import/report-sheet";
import type { ReportContentDto } from "@/lib/progress/report-content";
import {
  commitmentsJson,
  lastContentJson,
  milestonesJson,
  reportContentJson,
} from "@/lib/progress/report-content-sql";
import { visibleTo } from "@/lib/project/project-access-sql";
import { mendableBy } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

const batchProjects = 500;

const sheetColumns = (viewer: Viewer) => Prisma.sql`
  p.code, p.name, p.short_name as "shortName", p.stage, p.condition, ${lastContentJson(Prisma.sql`null::int`)} as last,
  ${commitmentsJson} as commitments, ${milestonesJson} as milestones,
  exists (select from drafts d where d.account_id = ${viewer.accountId} and d.form = 'report:' || p.code) as "hasDraft"`;

/** SQL condition on a project `p`: this person owes a report of the month, or has one to mend. */
const isDue = (viewer: Viewer, period: IsoDate) => Prisma.sql`
  ${visibleTo(viewer)} and p.condition is distinct from 'terminated'
  and not exists (select from progress_reports r
    where r.project_id = p.id and r.period = ${period}::date
      and (r.state in ('submitted', 'published') or r.state = 'returned' and not ${mendableBy(viewer, "r")}))`;

/** How many projects are due, and the most commitments and milestones that one of them has. */
export type DueSize = { projects: number; commitments: number; milestones: number };

export async function getDueSize(viewer: Viewer, period: IsoDate): Promise<DueSize> {
  requirePermission(viewer, "report:write");
  const [size] = await db.$queryRaw<DueSize[]>`
    select count(*)::int as projects, coalesce(max(x.commitments), 0)::int as commitments,
      coalesce(max(x.milestones), 0)::int as milestones
    from (select
      (select count(*) from commitments c where c.project_id = p.id and c.is_measurable and c.unit is not null) as commitments,
      (select count(*) from milestones m where m.project_id = p.id) as milestones
      from projects p where ${isDue(viewer, period)}) x`;
  return size ?? { projects: 0, commitments: 0, milestones: 0 };
}

/** The projects on which the viewer is due to report, by code, as they are read. */
export async function* listDueProjects(viewer: Viewer, period: IsoDate): AsyncGenerator<SheetProject> {
  requirePermission(viewer, "report:write");
  let after = "";
  for (;;) {
    const projects = await db.$queryRaw<SheetProject[]>`
      select ${sheetColumns(viewer)} from projects p
      where ${isDue(viewer, period)} and p.code > ${after} order by p.code limit ${batchProjects}`;
    yield* projects;
    const last = projects.at(-1);
    if (!last || projects.length < batchProjects) return;
    after = last.code;
  }
}

/** The projects of these codes that the viewer may work on. */
export async function listSheetProjects(viewer: Viewer, codes: readonly string[]): Promise<SheetProject[]> {
  requirePermission(viewer, "report:write");
  return db.$queryRaw<SheetProject[]>`
    select ${sheetColumns(viewer)} from projects p where p.code = any (${codes}) and ${visibleTo(viewer)}`;
}

/** A report that answers a month already. */
export type LiveReport = {
  code: string;
  period: IsoDate;
  id: number;
  version: number;
  state: "submitted" | "returned" | "published";
  author: string;
  isMendable: boolean;
  content: ReportContentDto;
};

/** The reports that answer these months of these projects. */
export async function listLiveReports(
  viewer: Viewer,
  months: readonly { code: string; period: IsoDate }[],
): Promise<LiveReport[]> {
  requirePermission(viewer, "report:write");
  return db.$queryRaw<LiveReport[]>`
    select p.code, r.period::text, r.id, r.version, r.state, a.display_name as author,
      ${mendableBy(viewer, "r")} as "isMendable", ${reportContentJson} as content
    from jsonb_to_recordset(${JSON.stringify(months)}::jsonb) as x(code text, period date)
    join projects p on p.code = x.code
    join progress_reports r on r.project_id = p.id and r.period = x.period
    join accounts a on a.id = r.author_id
    where r.state = 'published' or (r.state in ('submitted', 'returned') and r.corrects_id is null)`;
}
