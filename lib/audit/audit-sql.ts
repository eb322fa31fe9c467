import "server-only";
import type { AuditFilter } from "@/lib/audit/audit-filter";
import { auditActionNames } from "@/lib/audit/audit-sentence";
import { addDays, type IsoDate } from "@/lib/format/calendar-day";
import { Prisma } from "@/prisma/generated/client";

/** Who a filter means: accounts by their ids, and the names of those who act without one. */
export type People = { ids: number[]; accountless: string[] };

type Conditions = {
  [Name in Exclude<keyof AuditFilter, "person" | "before">]: (
    value: NonNullable<AuditFilter[Name]>,
  ) => Prisma.Sql;
};

const conditions: Conditions = {
  subject: (subject) =>
    Prisma.sql`e.subject in (${subject}, ${subject.toUpperCase()}, ${subject.toLowerCase()})`,
  kind: (kind) =>
    Prisma.sql`e.action in (${Prisma.join(auditActionNames.filter((name) => name.startsWith(`${kind}.`)))})`,
  from: (day) => Prisma.sql`e.at >= ${startOf(day)}`,
  to: (day) => Prisma.sql`e.at < ${startOf(addDays(day, 1))}`,
  // Written out, so that the index of the refused is used.
  outcome: (outcome) => (outcome === "refused" ? Prisma.sql`not e.succeeded` : Prisma.sql`e.succeeded`),
};

/** Condition on `audit_events e` for a filter, whatever its page; people is null where any will do. */
export function fits(filter: AuditFilter, people: People | null): Prisma.Sql {
  const { subject, kind, from, to, outcome } = filter;
  const given = [
    people && byPeople(people),
    subject && conditions.subject(subject),
    kind && conditions.kind(kind),
    from && conditions.from(from),
    to && conditions.to(to),
    outcome && conditions.outcome(outcome),
  ].filter((condition) => condition !== null && condition !== "");
  return given.length === 0 ? Prisma.sql`true` : Prisma.join(given, " and ");
}

function byPeople({ ids, accountless }: People): Prisma.Sql {
  const ways = [
    ...(ids.length > 0 ? [Prisma.sql`e.account_id in (${Prisma.join(ids)})`] : []),
    ...(accountless.length > 0
      ? [Prisma.sql`e.account_id is null and e.actor in (${Prisma.join(accountless)})`]
      : []),
  ];
  return ways.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(ways, " or ")})`;
}

function startOf(day: IsoDate): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
