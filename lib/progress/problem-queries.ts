import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { type ProblemQuery, problemsPerPage } from "@/lib/progress/problem-query";
import { newestProblems, problemsOpenNow } from "@/lib/progress/problem-sql";
import type { ProblemCategory } from "@/lib/progress/progress-schema";
import { Prisma } from "@/prisma/generated/client";

const mostDepartments = 100;

/** A problem as its newest published report has it. */
export type ListedProblem = {
  key: string;
  project: { code: string; name: string };
  category: ProblemCategory;
  department: string;
  text: string;
  raisedOn: IsoDate;
  /** Null: open. */
  resolvedOn: IsoDate | null;
  /** The responsible unit; null: not assigned. */
  unit: string | null;
  /** The months in which published reports named it. */
  firstMonth: IsoDate;
  lastMonth: IsoDate;
  reports: number;
};

/** What one department has to see to. */
export type DepartmentProblems = { department: string; open: number; oldestOn: IsoDate };

export type ProblemList = {
  total: number;
  /** By department, the oldest first. */
  rows: ListedProblem[];
  /** Of all open problems, whatever the list is narrowed to; the most first. */
  departments: DepartmentProblems[];
};

const published = newestProblems(Prisma.sql`r.state = 'published'`);

// Of an ended project nobody waits for a solution.
const inState = {
  open: { problems: problemsOpenNow, fits: Prisma.sql`p.condition is distinct from 'terminated'` },
  resolved: { problems: published, fits: Prisma.sql`n.resolved_on is not null` },
  all: { problems: published, fits: Prisma.sql`true` },
} as const;

/** 问题清单 as of today. */
export async function listProblems(viewer: Viewer, query: ProblemQuery): Promise<ProblemList> {
  requirePermission(viewer, "dashboard:internal");
  const { problems, fits } = inState[query.state];
  const [list] = await db.$queryRaw<ProblemList[]>`
    with narrowed as materialized (
      select n.*, p.code, p.name from (${problems}) n join projects p on p.id = n.project_id
      where ${fits} and ${narrowing(query)}),
    shown as (
      select * from narrowed order by department collate "zh-x-icu", raised_on, id
      limit ${problemsPerPage} offset ${(query.page - 1) * problemsPerPage})
    select (select count(*)::int from narrowed) as total,
      (select coalesce(json_agg(json_build_object('key', s.key, 'category', s.category, 'department', s.department,
          'text', s.text, 'raisedOn', s.raised_on, 'resolvedOn', s.resolved_on, 'unit', u.name,
          'project', json_build_object('code', s.code, 'name', s.name),
          'firstMonth', h.first_month, 'lastMonth', h.last_month, 'reports', h.reports)
          order by s.department collate "zh-x-icu", s.raised_on, s.id), '[]')
        from shown s
        left join assignments a on a.project_id = s.project_id and a.until is null
        left join units u on u.id = a.unit_id
        cross join lateral (
          select min(r.period) as first_month, max(r.period) as last_month, count(*)::int as reports
          from problems x join progress_reports r on r.id = x.report_id
          where x.key = s.key and r.project_id = s.project_id and r.state = 'published') h) as rows,
      (select coalesce(json_agg(json_build_object('department', d.department, 'open', d.open,
          'oldestOn', d.oldest_on) order by d.open desc, d.oldest_on), '[]')
        from (
          select o.department, count(*)::int as open, min(o.raised_on) as oldest_on
          from open_problems o join projects p on p.id = o.project_id
          where p.condition is distinct from 'terminated'
          group by o.department order by 2 desc, 3 limit ${mostDepartments}) d) as departments`;
  if (!list) throw new Error("an aggregate without a row");
  return list;
}

function narrowing({ department, category, project }: ProblemQuery): Prisma.Sql {
  const conditions = [
    department !== null && Prisma.sql`n.department = ${department}`,
    category !== null && Prisma.sql`n.category = ${category}::problem_category`,
    project !== null && Prisma.sql`p.code = ${project}`,
  ].filter((condition) => condition !== false);
  return conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`;
}
