import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { DateRange } from "@/lib/format/date-range";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { mendableBy, writtenBy } from "@/lib/project/succession-sql";
import type { EvidenceKind, StatusAnswer } from "@/lib/status-check/status-check-rules";
import { Prisma } from "@/prisma/generated/client";

/** What a stored status check says. */
export type CheckContentDto = {
  answer: StatusAnswer;
  on: DateRange;
  reason: string | null;
  evidenceKind: EvidenceKind;
  evidence: string;
  /** The responsible unit that is proposed; null: none. */
  unit: string | null;
};

const contentColumns = Prisma.sql`'answer', k.answer,
  'on', range_json(k.effective_from, k.effective_to, k.effective_precision), 'reason', k.reason,
  'evidenceKind', k.evidence_kind, 'evidence', k.evidence,
  'unit', (select u.name from units u where u.id = k.unit_id)`;

type ProjectOnRecord = {
  code: string;
  name: string;
  stage: Stage;
  stageOn: DateRange | null;
  condition: Condition | null;
  reportedOn: IsoDate | null;
  sourcedOn: IsoDate;
  /** The responsible unit; null: none. */
  unit: string | null;
};

const projectJson = Prisma.sql`json_build_object('code', p.code, 'name', p.name, 'stage', p.stage,
  'stageOn', range_json(p.stage_from, p.stage_to, p.stage_precision), 'condition', p.condition,
  'reportedOn', p.reported_on, 'sourcedOn', p.sourced_on,
  'unit', (select u.name from assignments a join units u on u.id = a.unit_id
    where a.project_id = p.id and a.until is null))`;

/** What the page of a status check shows. */
export type CheckFormDto = {
  project: ProjectOnRecord;
  today: IsoDate;
  milestones: { title: string; due: DateRange | null; isPast: boolean }[];
  units: string[];
  /** Its number among the projects that wait for a first record, and how many there are; null: it has a record. */
  place: number | null;
  placeCount: number;
  /** A check of this project that waits for review or was returned; null: none. */
  open:
    | ({
        id: number;
        version: number;
        state: EditorialState;
        /** It was returned to the viewer, or they took it over. */
        isMendable: boolean;
        author: string;
        returnReason: string | null;
        returnField: string | null;
      } & CheckContentDto)
    | null;
};

/** The form of a status check; null when the project is not there for this viewer. */
export async function findCheckForm(viewer: Viewer, code: string): Promise<CheckFormDto | null> {
  requirePermission(viewer, "status-check:write");
  const [form] = await db.$queryRaw<CheckFormDto[]>`
    select ${projectJson} as project, app_today()::text as today,
      (select coalesce(json_agg(json_build_object('title', m.title,
          'due', coalesce(range_json(m.revised_from, m.revised_to, m.revised_precision),
            range_json(m.planned_from, m.planned_to, m.planned_precision)),
          'isPast', coalesce(coalesce(m.revised_to, m.planned_to) < app_today(), false)) order by m.ordinal), '[]')
        from milestones m where m.project_id = p.id) as milestones,
      array(select u.name from units u order by u.name collate "zh-x-icu" limit 200) as units,
      case when p.reported_on is null then
        (select count(*)::int from projects o where o.reported_on is null and o.code <= p.code) end as place,
      (select count(*)::int from projects o where o.reported_on is null) as "placeCount",
      (select json_build_object('id', k.id, 'version', k.version, 'state', k.state,
          'isMendable', k.state = 'returned' and ${mendableBy(viewer, "k")}, 'author', a.display_name,
          'returnReason', k.return_reason, 'returnField', k.return_field, ${contentColumns})
        from status_checks k join accounts a on a.id = k.author_id
        where k.project_id = p.id and k.state in ('submitted', 'returned')) as open
    from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  return form ?? null;
}

/** The next project without any record and without a check that waits, after a code and then from the start; null: none. */
export async function findNextUnverified(viewer: Viewer, after: string): Promise<string | null> {
  requirePermission(viewer, "status-check:write");
  const [next] = await db.$queryRaw<{ code: string }[]>`
    select p.code from projects p
    where p.reported_on is null and p.code <> ${after} and ${visibleTo(viewer)}
      and not exists (select from status_checks k where k.project_id = p.id and k.state in ('submitted', 'returned'))
    order by p.code < ${after}, p.code limit 1`;
  return next?.code ?? null;
}

/** One status check as its reviewer sees it. */
export type CheckReviewDto = {
  id: number;
  version: number;
  state: EditorialState;
  isOwn: boolean;
  author: string;
  submittedAt: string;
  reviewer: string | null;
  returnReason: string | null;
  withdrawReason: string | null;
  content: CheckContentDto;
  project: ProjectOnRecord;
};

/** Null when there is no such status check. */
export async function findCheckReview(viewer: Viewer, id: number): Promise<CheckReviewDto | null> {
  requirePermission(viewer, "status-check:review");
  const [item] = await db.$queryRaw<CheckReviewDto[]>`
    select k.id, k.version, k.state, ${writtenBy(viewer, "k")} as "isOwn", a.display_name as author,
      to_json(k.submitted_at)#>>'{}' as "submittedAt", reviewer.display_name as reviewer,
      k.return_reason as "returnReason", k.withdraw_reason as "withdrawReason",
      json_build_object(${contentColumns}) as content, ${projectJson} as project
    from status_checks k
    join projects p on p.id = k.project_id
    join accounts a on a.id = k.author_id
    left join accounts reviewer on reviewer.id = k.reviewer_id
    where k.id = ${id}`;
  return item ?? null;
}
