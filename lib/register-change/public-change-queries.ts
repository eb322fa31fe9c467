import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { DiffRow } from "@/lib/format/field-diff";
import {
  changedFields,
  type Evidence,
  type RegisterContent,
  statedFields,
} from "@/lib/register-change/register-change-rules";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { namesIn } from "@/lib/register-change/register-names-queries";
import { subjectColumn } from "@/lib/register-change/subject-sql";
import type { RegisterStep } from "@/lib/text/register-text";
import { Prisma } from "@/prisma/generated/client";

const mostShown = 100;

/** A change that was published, as anyone may read it; of a withdrawn one only that there was one. */
export type PublicChange = RegisterStep & {
  id: number;
  publishedOn: IsoDate;
  /** Null: it stands. */
  withdrawnOn: IsoDate | null;
  /** Null: it was withdrawn. */
  statement: {
    reason: string | null;
    evidence: Evidence;
    /** Empty where it came along with something else. */
    rows: DiffRow[];
    /** What it gives a new value, by the names of the API. */
    fields: string[];
  } | null;
  /** What this came into the register along with; null: by itself. */
  along: { key: string; title: string } | null;
};

type Row = Omit<PublicChange, "statement"> & {
  reason: string | null;
  evidence: Evidence | null;
  content: RegisterContent | null;
  before: RegisterContent | null;
};

const tables = {
  agreement: { table: Prisma.sql`agreements`, key: Prisma.sql`code`, made: Prisma.sql`agreement_id` },
  organization: {
    table: Prisma.sql`organizations`,
    key: Prisma.sql`slug`,
    made: Prisma.sql`organization_id`,
  },
  place: { table: Prisma.sql`places`, key: Prisma.sql`slug`, made: Prisma.sql`place_id` },
  project: { table: Prisma.sql`projects`, key: Prisma.sql`code`, made: Prisma.sql`project_id` },
} as const;

/** What was published about a thing of the register, newest first, at most 100. */
export async function listPublicChanges(subject: keyof typeof tables, key: string): Promise<PublicChange[]> {
  const { table, key: column, made } = tables[subject];
  const own = [subject, ...(subject === "project" ? ["standing"] : [])];
  const isAlong = Prisma.sql`g.subject <> all(${own}::register_subject[])`;
  const isShown = Prisma.sql`g.state = 'published'`;
  const rows = await db.$queryRaw<Row[]>`
    select g.id, g.subject, g.kind, shanghai_day(g.published_at)::text as "publishedOn",
      shanghai_day(g.withdrawn_at)::text as "withdrawnOn",
      case when ${isShown} then g.reason end as reason,
      case when ${isShown} then
        json_build_object('kind', g.evidence_kind, 'text', g.evidence, 'on', g.evidence_on) end as evidence,
      case when ${isShown} and not (${isAlong}) then g.content end as content,
      case when ${isShown} and not (${isAlong}) then g.before end as before,
      case when ${isAlong} then json_build_object('key', coalesce(p.code, m.code), 'title', g.title) end as along
    from ${table} t
    cross join lateral (
      select r.id from register_changes r
      where r.${subjectColumn(subject)} = t.id and r.subject = any(${own}::register_subject[])
      union
      select c.register_change_id from citations c where c.${made} = t.id and c.field = 'name') own
    join register_changes g on g.id = own.id and (not (${isAlong}) or ${isShown})
    left join projects p on p.id = g.project_id
    left join agreements m on m.id = g.agreement_id
    where t.${column} = ${key} and g.published_at is not null
    order by g.published_at desc, g.id desc limit ${mostShown}`;
  const names = await namesIn(rows.flatMap(({ content, before }) => [content, before]));
  return rows.map(({ reason, evidence, content, before, ...change }) => ({
    ...change,
    statement: evidence && {
      reason,
      evidence,
      rows: content ? (findRegisterForm(change.subject)?.diff(before, content, names) ?? []) : [],
      fields: content ? (before ? changedFields(before, content) : statedFields(content)) : [],
    },
  }));
}
