import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { ReportedProject } from "@/lib/progress/submission-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import { type StandingRow, standingColumns, standingOf } from "@/lib/project/standing-sql";
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
  closedRounds: { period: IsoDate; reason: string }[];
};

/** A project as its reports are checked against it; refuses one that the viewer may not work on. */
export async function requireReportedProject(
  tx: Transaction,
  viewer: Viewer,
  code: string,
): Promise<LoadedProject> {
  const [row] = await tx.$queryRaw<Row[]>`
    select ${reportedProjectColumns} from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  if (!row) throw new DomainError("找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。");
  return loadedProject(row);
}

/** The same for several; those that are not there for the viewer are left out. */
export async function listReportedProjects(
  viewer: Viewer,
  codes: readonly string[],
): Promise<LoadedProject[]> {
  const rows = await db.$queryRaw<Row[]>`
    select ${reportedProjectColumns} from projects p where p.code = any (${codes}) and ${visibleTo(viewer)}`;
  return rows.map(loadedProject);
}

/** The columns of a project `p` that `loadedProject` reads. */
export const reportedProjectColumns = Prisma.sql`
  p.id, p.code, p.version, ${standingColumns}, p.is_verified as "isVerified",
  p.arrived_funds::text as arrived, p.completed_investment::text as completed,
  array(select c.ordinal from commitments c where c.project_id = p.id order by c.ordinal) as commitments,
  array(select m.ordinal from milestones m where m.project_id = p.id order by m.ordinal) as milestones,
  (select coalesce(json_agg(json_build_array(last.ordinal, last.value::float8)), '[]') from (
    select distinct on (c.id) c.ordinal, x.value
    from commitments c
    join commitment_readings x on x.commitment_id = c.id
    join progress_reports r on r.id = x.report_id and r.state = 'published'
    where c.project_id = p.id
    order by c.id, r.period desc, r.published_at desc) last) as readings,
  (select coalesce(json_agg(json_build_object('period', x.period, 'reason', x.close_reason)), '[]')
    from rounds x where x.closed_at is not null and x.period > app_today() - 400) as "closedRounds"`;

/** What the rules need of a row of `reportedProjectColumns`. */
export function loadedProject(row: Row): LoadedProject {
  const { id, code, version, today, commitments, milestones, isVerified, closedRounds } = row;
  const last = {
    arrivedYuan: row.arrived === null ? null : BigInt(row.arrived),
    completedYuan: row.completed === null ? null : BigInt(row.completed),
    readings: new Map(row.readings.map(([ordinal, value]) => [String(ordinal), value])),
  };
  const standing = standingOf(row);
  return {
    id,
    code,
    version,
    today,
    rules: { standing, isVerified, commitments, milestones, last, closedRounds },
  };
}
