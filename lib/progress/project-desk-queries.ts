import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { findAdvanceFacts } from "@/lib/project/advance-queries";
import type { AdvanceFacts } from "@/lib/project/advance-rules";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import type { RegisterStep } from "@/lib/text/register-text";

const mostSteps = 30;

/** Something that was written about a project, in whatever state it is. */
export type DeskStep = {
  kind: "report" | "check" | "change";
  id: number;
  /** The month of a report; null: it is none. */
  period: IsoDate | null;
  /** What a change of the register does; null: it is none. */
  change: RegisterStep | null;
  state: EditorialState;
  author: string;
  /** When it came into its state. */
  at: string;
};

/** What staff see of a project besides what the public sees. */
export type ProjectDesk = {
  /** The open assignment; null: nobody is responsible. */
  responsible: { unit: string; person: string | null; since: IsoDate } | null;
  /** The newest first. */
  steps: DeskStep[];
  advance: AdvanceFacts;
};

/** Null when the project is not there for this viewer. */
export async function findProjectDesk(viewer: Viewer, code: string): Promise<ProjectDesk | null> {
  requirePermission(viewer, "status-check:write");
  const [desk] = await db.$queryRaw<Omit<ProjectDesk, "advance">[]>`
    select
      (select json_build_object('unit', u.name, 'person', x.display_name, 'since', a.since)
        from assignments a join units u on u.id = a.unit_id left join accounts x on x.id = a.account_id
        where a.project_id = p.id and a.until is null) as responsible,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'id', s.id, 'period', s.period, 'change', s.change,
          'state', s.state, 'author', x.display_name, 'at', s.at) order by s.at desc, s.id desc), '[]')
        from (
          select * from (
            select 'report' as kind, r.id, r.period, null::jsonb as change, r.state, r.author_id,
              coalesce(r.withdrawn_at, r.published_at, r.reviewed_at, r.submitted_at) as at
            from progress_reports r where r.project_id = p.id
            union all
            select 'check', k.id, null, null, k.state, k.author_id,
              coalesce(k.withdrawn_at, k.published_at, k.reviewed_at, k.submitted_at)
            from status_checks k where k.project_id = p.id
            union all
            select 'change', g.id, null, jsonb_build_object('subject', g.subject, 'kind', g.kind), g.state, g.author_id,
              coalesce(g.withdrawn_at, g.published_at, g.reviewed_at, g.submitted_at)
            from register_changes g where g.project_id = p.id) every
          order by at desc, id desc limit ${mostSteps}) s
        join accounts x on x.id = s.author_id) as steps
    from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  const advance = desk && (await findAdvanceFacts(db, { code }));
  return desk && advance ? { ...desk, advance } : null;
}
