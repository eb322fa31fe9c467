import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";

/** The two times of a question: the day it is about, and when it is asked. Without `knownAt`: all that is known now. */
export type AsOf = { day: IsoDate; knownAt?: Date | undefined };

/** Whether the projections answer: they hold for all that is known now, on the day of the database. */
export function isNow({ day, knownAt }: AsOf, today: IsoDate): boolean {
  return day === today && knownAt === undefined;
}

/** Whether a row of stage_events (alias e) counts: it had happened by the day, it was not retracted, and its project
 *  still stands in the register. */
export function stageEventCounts({ day, knownAt }: AsOf): Prisma.Sql {
  return Prisma.sql`e.effective_to <= ${day}::date and ${isKnown(Prisma.sql`e.recorded_at`, knownAt)} and not exists (
    select from event_retractions x
    where x.stage_event_id = e.id and ${isKnown(Prisma.sql`x.recorded_at`, knownAt)})
    and ${isRegistered(Prisma.sql`e`)}`;
}

/** Whether a row of condition_events (alias e) counts. */
export function conditionEventCounts({ day, knownAt }: AsOf): Prisma.Sql {
  return Prisma.sql`e.effective_to <= ${day}::date and ${isKnown(Prisma.sql`e.recorded_at`, knownAt)} and not exists (
    select from event_retractions x
    where x.condition_event_id = e.id and ${isKnown(Prisma.sql`x.recorded_at`, knownAt)})`;
}

/** Whether a row of progress_reports (alias r) was public, whatever day it was published. */
export function reportCounts({ knownAt }: AsOf): Prisma.Sql {
  if (knownAt === undefined) return Prisma.sql`r.state = 'published'`;
  return Prisma.sql`r.published_at <= ${knownAt} and (r.withdrawn_at is null or r.withdrawn_at > ${knownAt})
    and not exists (select from progress_reports c where c.corrects_id = r.id and c.published_at <= ${knownAt})`;
}

/** Whether a row of status_checks (alias k) was public, whatever day it was published. */
export function checkCounts({ knownAt }: AsOf): Prisma.Sql {
  if (knownAt === undefined) return Prisma.sql`k.state = 'published'`;
  return Prisma.sql`k.published_at <= ${knownAt} and (k.withdrawn_at is null or k.withdrawn_at > ${knownAt})`;
}

/** Whether a published register change (alias g) was public. */
export function changeCounts({ knownAt }: AsOf): Prisma.Sql {
  if (knownAt === undefined) return Prisma.sql`g.state = 'published'`;
  return Prisma.sql`g.published_at <= ${knownAt} and (g.withdrawn_at is null or g.withdrawn_at > ${knownAt})`;
}

/** Whether the project of a row (alias r, k …) still stands in the register. */
export function isRegistered(row: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`exists (select from projects registered where registered.id = ${row}.project_id)`;
}

/** Whether a row of assignments (alias a) was open on the day. */
export function assignmentCounts({ day }: AsOf): Prisma.Sql {
  return Prisma.sql`a.since <= ${day}::date and (a.until is null or a.until > ${day}::date)`;
}

/** The instant at which the day ends in Asia/Shanghai; a comparison with it can use an index, shanghai_day() cannot. */
export function endOf(day: IsoDate): Prisma.Sql {
  return Prisma.sql`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
}

function isKnown(recordedAt: Prisma.Sql, knownAt: Date | undefined): Prisma.Sql {
  return knownAt === undefined ? Prisma.sql`true` : Prisma.sql`${recordedAt} <= ${knownAt}`;
}
