import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { formatInstantToSecond } from "@/lib/format/shanghai-time";
import { accountlessText } from "@/lib/text/audit-person-text";
import { Prisma } from "@/prisma/generated/client";
import { type AuditEventDto, type AuditPage, countLimit } from "./audit-dto";
import type { AuditFilter } from "./audit-filter";
import { fits, type People } from "./audit-sql";

const pageSize = 50;

// Far more than share a part of a name.
const mostPeople = 50;

type EventRow = Omit<AuditEventDto, "details"> & { details: unknown };
type Row = Pick<AuditPage, "count" | "latest"> & { events: EventRow[] };

/** Details name an account by its id; people know it by its name. */
const namedDetails = Prisma.sql`case when named.id is null then e.details
  else e.details || jsonb_build_object('accountId', named.display_name) end`;

/** The events that fit, the newest first, a page at a time. Reading them is not an event itself. */
export async function listAuditEvents(viewer: Viewer, filter: AuditFilter): Promise<AuditPage> {
  requirePermission(viewer, "audit:read");
  const fitting = fits(filter, filter.person === null ? null : await findPeople(filter.person));
  const before = filter.before ?? Number.MAX_SAFE_INTEGER;
  const [{ events, count, latest }] = await db.$queryRaw<[Row]>`
    select
      (select coalesce(json_agg(json_build_object(
          'number', e.id, 'at', e.at, 'actor', e.actor, 'displayName', x.display_name, 'action', e.action,
          'subject', e.subject, 'details', ${namedDetails}, 'address', e.address, 'succeeded', e.succeeded,
          'hash', e.hash) order by e.id desc), '[]')
        from (
          select * from audit_events e where ${fitting} and e.id < ${before}::bigint
          order by e.id desc limit ${pageSize + 1}) e
        left join accounts x on x.id = e.account_id
        left join accounts named on to_jsonb(named.id) = e.details -> 'accountId') as events,
      (select count(*)::int from (select from audit_events e where ${fitting} limit ${countLimit}) e) as count,
      (select json_build_object('number', id, 'hash', hash) from audit_events order by id desc limit 1) as latest`;
  const shown = events.slice(0, pageSize).map(toDto);
  const last = events.length > pageSize ? shown.at(-1) : undefined;
  return { events: shown, nextBefore: last?.number ?? null, count, latest };
}

async function findPeople(words: string): Promise<People> {
  const accounts = await db.$queryRaw<{ id: number }[]>`
    select id from accounts
    where name = lower(${words}) or strpos(lower(display_name), lower(${words})) > 0
    order by id limit ${mostPeople}`;
  const accountless = Object.entries(accountlessText)
    .filter(([name, label]) => name === words || label.includes(words))
    .map(([name]) => name);
  return { ids: accounts.map(({ id }) => id), accountless };
}

function toDto({ at, details, ...event }: EventRow): AuditEventDto {
  return {
    ...event,
    at: formatInstantToSecond(new Date(at)),
    details: isRecord(details) ? details : { details },
  };
}

/** Whoever forged a row may have put anything there. */
function isRecord(details: unknown): details is Record<string, unknown> {
  return typeof details === "object" && details !== null && !Array.isArray(details);
}
