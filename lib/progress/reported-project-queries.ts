import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { ReportedProject } from "@/lib/progress/submission-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import { type StandingRow, standingColumns, standingOf, standingWithout } from "@/lib/project/standing-sql";
import { DomainError } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";

export type LoadedProject = {
  id: number;
  code: string;
  version: number;
  today: IsoDate;
  rules: ReportedProject;
};

type Row = StandingRow & {
  id: number;
  code: string;
  version: number;
  commitments: number[];
  milestones: number[];
  arrived: string | null;
  completed: string | null;
  readings: [number, number][];
  isVerified: boolean;
  corrected: ReportedProject["corrected"];
  closedRounds: { period: IsoDate; reason: string }[];
};

/** What a report is about: a project, and the published report that it corrects, if any. */
export type ReportTarget = { code: string; corrects: number | null };

/** A project as its reports are checked against it; refuses one that the viewer may not work on. */
export async function requireReportedProject(
  tx: Transaction,
  viewer: Viewer,
  { code, corrects }: ReportTarget,
): Promise<LoadedProject> {
  const [row] = await tx.$queryRaw<Row[]>`
    select ${reportedProjectColumns(corrects)} from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  if (!row) throw new DomainError("找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。");
  return loadedProject(row);
}

/** The same for reports of their own on several; projects that are not there for the viewer are left out. */
export async function listReportedProjects(
  viewer: Viewer,
  codes: readonly string[],
): Promise<LoadedProject[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${reportedProjectColumns(null)} from projects p where p.code = any (${codes}) and ${visibleTo(viewer)}`;
  return rows.map(loadedProject);
}

/** The columns of a project `p` that `loadedProject` reads, as if the corrected report had never been published. */
export const reportedProjectColumns = (corrects: number | null) => Prisma.sql`
  p.id, p.code, p.version, ${corrects === null ? standingColumns : standingWithout(corrects)},
  ${corrects === null ? Prisma.sql`p.is_verified` : verifiedWithout(corrects)} as "isVerified",
  (${lastValue(Prisma.sql`arrived_funds`, corrects)})::text as arrived,
  (${lastValue(Prisma.sql`completed_investment`, corrects)})::text as completed,
  array(select c.ordinal from commitments c where c.project_id = p.id order by c.ordinal) as commitments,
  array(select m.ordinal from milestones m where m.project_id = p.id order by m.ordinal) as milestones,
  ${corrects === null ? Prisma.sql`null::json` : correctedReport(corrects)} as corrected,
  (select coalesce(json_agg(json_build_array(last.ordinal, last.value::float8)), '[]') from (
    select distinct on (c.id) c.ordinal, x.value
    from commitments c
    join commitment_readings x on x.commitment_id = c.id
    join progress_reports r on r.id = x.report_id and r.state = 'published'
    where c.project_id = p.id and r.id is distinct from ${corrects}::int
    order by c.id, r.period desc, r.published_at desc) last) as readings,
  (select coalesce(json_agg(json_build_object('period', x.period, 'reason', x.close_reason)), '[]')
    from rounds x where x.closed_at is not null and x.period > app_today() - 400) as "closedRounds"`;

function verifiedWithout(corrects: number): Prisma.Sql {
  return Prisma.sql`(
    exists (select from progress_reports r
      where r.project_id = p.id and r.state = 'published' and r.id <> ${corrects})
    or exists (select from status_checks k
      where k.project_id = p.id and k.state = 'published' and k.answer <> 'unclear'))`;
}

/** The newest published running total before the corrected report; without one, the projection has it. */
function lastValue(column: Prisma.Sql, corrects: number | null): Prisma.Sql {
  if (corrects === null) return Prisma.sql`p.${column}`;
  return Prisma.sql`
    select r.${column} from progress_reports r
    where r.project_id = p.id and r.state = 'published' and r.${column} is not null
      and r.period < (select own.period from progress_reports own where own.id = ${corrects})
    order by r.period desc, r.published_at desc limit 1`;
}

/** The condition that a report `r` brought, where it still stands. */
const ownCondition = Prisma.sql`select from condition_events own
  where own.report_id = r.id and not exists (select from event_retractions x where x.condition_event_id = own.id)`;

/** What a correction is held against; null: there is no such published report of this project. */
function correctedReport(id: number): Prisma.Sql {
  return Prisma.sql`(
    select json_build_object('id', r.id, 'period', r.period, 'stage', r.new_stage, 'later', (
      select json_build_object('stage', e.stage, 'effective',
        range_json(e.effective_from, e.effective_to, e.effective_precision), 'isReasoned', e.reason is not null)
      from stage_events e
      where e.project_id = p.id and r.new_stage is not null and e.stage > r.new_stage
        and not exists (select from event_retractions x where x.stage_event_id = e.id)
      order by e.stage limit 1),
      'isStageStruck', r.new_stage is not null and not exists (select from stage_events e
        where e.report_id = r.id and not exists (select from event_retractions x where x.stage_event_id = e.id)),
      'isConditionStruck', r.new_condition is not null and not exists (${ownCondition}),
      'hasLaterCondition', exists (${ownCondition} and exists (select from condition_events e
        where e.project_id = p.id and (e.effective_to, e.id) > (own.effective_to, own.id)
          and not exists (select from event_retractions x where x.condition_event_id = e.id))))
    from progress_reports r where r.id = ${id} and r.project_id = p.id and r.state = 'published')`;
}

/** What the rules need of a row of `reportedProjectColumns`. */
export function loadedProject(row: Row): LoadedProject {
  const { id, code, version, today, isVerified, commitments, milestones, corrected, closedRounds } = row;
  const last = {
    arrivedYuan: row.arrived === null ? null : BigInt(row.arrived),
    completedYuan: row.completed === null ? null : BigInt(row.completed),
    readings: new Map(row.readings.map(([ordinal, value]) => [String(ordinal), value])),
  };
  const standing = standingOf(row);
  const rules = { standing, isVerified, commitments, milestones, last, corrected, closedRounds };
  return { id, code, version, today, rules };
}
