import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import { storedRoundColumns } from "@/lib/progress/round-queries";
import type { StoredRound } from "@/lib/progress/round-rules";
import { answersMonth, owesReport } from "@/lib/progress/round-sql";
import { countColumns, type RoundCounts } from "@/lib/round/round-list-queries";
import { Prisma } from "@/prisma/generated/client";

const mostGroups = 300;
const mostReports = 200;

/** Who is responsible for some projects, and how they stand in the round. */
export type ResponsibleGroup = RoundCounts & {
  /** Null: no unit is responsible. */
  unit: string | null;
  /** Name of the person's account and the person's own; null: none is named. */
  account: string | null;
  person: string | null;
  /** The person's account is not in use. */
  isDisabled: boolean;
  /** Short names; the counts say how many there are. */
  silentProjects: string[];
  returnedProjects: string[];
};

export type BoardReport = {
  id: number;
  code: string;
  name: string;
  state: "submitted" | "returned" | "published";
  isUnchanged: boolean;
  author: string;
  submittedOn: IsoDate;
};

export type RoundEvent = {
  step: "opened" | "due_moved" | "closed" | "reopened";
  reason: string | null;
  oldDueOn: IsoDate | null;
  newDueOn: IsoDate | null;
  by: string;
  on: IsoDate;
};

export type RoundBoard = {
  today: IsoDate;
  /** Null: nobody opened it. */
  round: (StoredRound & { version: number }) | null;
  /** Newest first. */
  events: RoundEvent[];
  counts: RoundCounts;
  groups: ResponsibleGroup[];
  reports: BoardReport[];
};

/** Who has reported on a month and who is silent. Terminated projects without a report are left out. */
export async function getRoundBoard(viewer: Viewer, period: IsoDate): Promise<RoundBoard> {
  requirePermission(viewer, "round:manage");
  const month = Prisma.sql`${period}::date`;
  const [board] = await db.$queryRaw<RoundBoard[]>`
    with owed as (
      select p.code, p.short_name as name, u.name as unit, x.name as account, x.display_name as person,
        coalesce(x.disabled_at is not null, false) as "isDisabled",
        r.id, r.state, r.is_unchanged as "isUnchanged", w.display_name as author, r.submitted_at
      from projects p
      left join progress_reports r on ${answersMonth(month)}
      left join accounts w on w.id = r.author_id
      left join assignments a on a.project_id = p.id and a.until is null
      left join units u on u.id = a.unit_id
      left join accounts x on x.id = a.account_id
      where ${owesReport(month)} or r.id is not null
    ), groups as (
      select r.unit, r.account, r.person, r."isDisabled", ${countColumns},
        coalesce((array_agg(r.name order by r.code) filter (where r.id is null))[1:50], '{}') as "silentProjects",
        coalesce((array_agg(r.name order by r.code) filter (where r.state = 'returned'))[1:50], '{}')
          as "returnedProjects"
      from owed r group by r.unit, r.account, r.person, r."isDisabled"
    )
    select app_today()::text as today,
      (select row_to_json(x) from (select ${storedRoundColumns}, x.version from rounds x where x.period = ${month}) x)
        as round,
      (select coalesce(json_agg(json_build_object('step', e.step, 'reason', e.reason, 'oldDueOn', e.old_due_on,
          'newDueOn', e.new_due_on, 'by', a.display_name, 'on', shanghai_day(e.recorded_at)) order by e.id desc), '[]')
        from round_events e join rounds x on x.id = e.round_id join accounts a on a.id = e.account_id
        where x.period = ${month}) as events,
      (select row_to_json(c) from (select ${countColumns} from owed r) c) as counts,
      (select coalesce(json_agg(g), '[]') from (select * from groups
        order by silent + returned = 0, unit collate "zh-x-icu" nulls last, person collate "zh-x-icu" nulls last
        limit ${mostGroups}) g) as groups,
      (select coalesce(json_agg(r), '[]') from (
        select id, code, name, state, "isUnchanged", author, shanghai_day(submitted_at) as "submittedOn" from owed
        where id is not null order by state, code limit ${mostReports}) r) as reports`;
  if (!board) throw new Error("an aggregate without a row");
  return board;
}
