import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import type { ProblemContent, ReportContentDto } from "@/lib/progress/report-content";
import {
  commitmentsJson,
  lastContentJson,
  milestonesJson,
  openProblemsJson,
  reportContentJson,
} from "@/lib/progress/report-content-sql";
import type { EditorialState } from "@/lib/project/editorial-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { writtenBy } from "@/lib/project/succession-sql";
import type { RegisterStep } from "@/lib/text/register-text";
import { Prisma } from "@/prisma/generated/client";

const mostWaiting = 100;
const mostPublished = 20;

/** A report, a status check or a change of the register in the review queue. */
export type QueueItem = {
  kind: "report" | "status_check" | "change";
  id: number;
  /** Of a project or an agreement; null: it has none, or not yet. */
  code: string | null;
  name: string;
  period: IsoDate | null;
  /** What a change does to what; null: it is no change of the register. */
  change: RegisterStep | null;
  author: string;
  /** The viewer wrote it, so somebody else decides. */
  isOwn: boolean;
  at: string;
};

export type ReviewQueue = { waiting: QueueItem[]; waitingCount: number; published: QueueItem[] };

/** What waits for review, oldest first, and what was published lately. */
export async function getReviewQueue(viewer: Viewer): Promise<ReviewQueue> {
  requirePermission(viewer, "report:review");
  const me = viewer.accountId;
  const [queue] = await db.$queryRaw<ReviewQueue[]>`
    select
      (select coalesce(json_agg(x order by x.at), '[]') from (${itemsIn("submitted", me)}) x) as waiting,
      (select count(*)::int from progress_reports r join projects p on p.id = r.project_id where r.state = 'submitted')
        + (select count(*)::int from status_checks k join projects p on p.id = k.project_id where k.state = 'submitted')
        + (select count(*)::int from register_changes where state = 'submitted') as "waitingCount",
      (select coalesce(json_agg(x order by x.at desc), '[]') from (${itemsIn("published", me)}) x) as published`;
  if (!queue) throw new Error("an aggregate without a row");
  return queue;
}

/** The oldest that wait, or the newest that were published. */
function itemsIn(state: "submitted" | "published", accountId: number): Prisma.Sql {
  const order = (row: "r" | "k" | "g") =>
    Prisma.raw(
      state === "submitted" ? `${row}.submitted_at, ${row}.id` : `${row}.published_at desc, ${row}.id desc`,
    );
  const most = state === "submitted" ? mostWaiting : mostPublished;
  const who = (row: Prisma.Sql, isOwn: Prisma.Sql) => Prisma.sql`
    a.display_name as author, ${isOwn} as "isOwn",
    coalesce(${row}.published_at, ${row}.submitted_at) as at`;
  const columns = (row: "r" | "k") => Prisma.sql`
    null::jsonb as change, ${Prisma.raw(row)}.id, p.code, p.short_name as name,
    ${who(Prisma.raw(row), writtenBy({ accountId }, row))}`;
  return Prisma.sql`
    (select 'report' as kind, r.period, ${columns("r")}
      from progress_reports r join projects p on p.id = r.project_id join accounts a on a.id = r.author_id
      where r.state = ${state}::review_state order by ${order("r")} limit ${most})
    union all
    (select 'status_check', null, ${columns("k")}
      from status_checks k join projects p on p.id = k.project_id join accounts a on a.id = k.author_id
      where k.state = ${state}::review_state order by ${order("k")} limit ${most})
    union all
    (select 'change', null, jsonb_build_object('subject', g.subject, 'kind', g.kind), g.id,
        coalesce(p.code, m.code), g.title, ${who(Prisma.sql`g`, writtenBy({ accountId }, "g"))}
      from register_changes g
      left join projects p on p.id = g.project_id
      left join agreements m on m.id = g.agreement_id
      join accounts a on a.id = g.author_id
      where g.state = ${state}::review_state order by ${order("g")} limit ${most})`;
}

/** One report as its reviewer sees it, beside the values that are published. */
export type ReviewItemDto = {
  id: number;
  version: number;
  state: EditorialState;
  isOwn: boolean;
  author: string;
  submittedAt: string;
  reviewer: string | null;
  publishedAt: string | null;
  isMoneyPublic: boolean;
  returnReason: string | null;
  withdrawReason: string | null;
  content: ReportContentDto;
  /** The published report that this one corrects, or corrected; null: it is a report of its own. */
  correctsId: number | null;
  /**
   * What it is read beside: what it corrects, else the newest published report that said more than 本期无变化; null:
   * none.
   */
  before: ReportContentDto | null;
  project: { code: string; name: string; stage: Stage; condition: Condition | null };
  commitments: FormCommitment[];
  milestones: FormMilestone[];
  openProblems: ProblemContent[];
};

/** Null when there is no such report. */
export async function findReviewItem(viewer: Viewer, id: number): Promise<ReviewItemDto | null> {
  requirePermission(viewer, "report:review");
  const [item] = await db.$queryRaw<ReviewItemDto[]>`
    ${reviewItems(viewer)}
    where r.id = ${id}`;
  return item ?? null;
}

const mostOfMonth = 100;

/**
 * The reports of a month that wait for review, as `findReviewItem` gives each; at most 100, the oldest first. What
 * corrects a published report is not among them.
 */
export async function listReviewItems(viewer: Viewer, period: IsoDate): Promise<ReviewItemDto[]> {
  requirePermission(viewer, "report:review");
  return db.$queryRaw<ReviewItemDto[]>`
    ${reviewItems(viewer)}
    where r.period = ${period}::date and r.state = 'submitted' and r.corrects_id is null
    order by r.submitted_at, r.id limit ${mostOfMonth}`;
}

/** Reports as `ReviewItemDto`, without a condition. */
function reviewItems(viewer: Viewer): Prisma.Sql {
  return Prisma.sql`
    select r.id, r.version, r.state, ${writtenBy(viewer, "r")} as "isOwn", a.display_name as author,
      to_json(r.submitted_at)#>>'{}' as "submittedAt", reviewer.display_name as reviewer,
      to_json(r.published_at)#>>'{}' as "publishedAt", r.is_money_public as "isMoneyPublic",
      r.return_reason as "returnReason", r.withdraw_reason as "withdrawReason", r.corrects_id as "correctsId",
      ${reportContentJson} as content,
      case when own.corrects_id is null then ${lastContentJson(Prisma.sql`own.id`)}
        else (select ${reportContentJson} from progress_reports r where r.id = own.corrects_id) end as before,
      json_build_object('code', p.code, 'name', p.name, 'stage', p.stage, 'condition', p.condition) as project,
      ${commitmentsJson} as commitments, ${milestonesJson} as milestones, ${openProblemsJson} as "openProblems"
    from progress_reports r
    -- The report before it is looked for by the same name, so it needs another.
    cross join lateral (select r.id, r.corrects_id) own
    join projects p on p.id = r.project_id
    join accounts a on a.id = r.author_id
    left join accounts reviewer on reviewer.id = r.reviewer_id`;
}
