import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import { type ProjectQuery, type ProjectSort, sortColumns } from "./project-query";

const filters = ["stage", "condition", "enterprise", "place", "due", "q"] as const;
type Filter = (typeof filters)[number];
type Conditions = { [Name in Filter]: (value: NonNullable<ProjectQuery[Name]>, day: IsoDate) => Prisma.Sql };

const conditions: Conditions = {
  stage: (stage) => Prisma.sql`p.stage = ${stage}::stage`,
  condition: (condition) =>
    condition === "unverified"
      ? Prisma.sql`p.condition is null`
      : Prisma.sql`p.condition = ${condition}::condition`,
  enterprise: (slug) => Prisma.sql`p.id in (
    select i.project_id from project_investors i join organizations o on o.id = i.organization_id
    where o.slug = ${slug})`,
  place: (slug) =>
    slug === "none"
      ? Prisma.sql`p.place_id is null`
      : Prisma.sql`p.place_id = (select s.id from places s where s.slug = ${slug})`,
  due: (due, day) => dueConditions[due](day),
  q: (words) =>
    Prisma.join(
      searchPatterns(words).map((like) => Prisma.sql`p.search_text like ${like}`),
      " and ",
    ),
};

const dueConditions = {
  past: (day) => Prisma.sql`p.due_to < ${day}::date`,
  ahead: (day) => Prisma.sql`p.due_to >= ${day}::date`,
  none: () => Prisma.sql`p.due_to is null`,
} satisfies Record<NonNullable<ProjectQuery["due"]>, (day: IsoDate) => Prisma.Sql>;

/** Condition on `projects p` for all filters of a query but one, whose choices are counted. */
export function matchesAllBut(left: Filter, query: ProjectQuery, day: IsoDate): Prisma.Sql {
  const given = filters.filter((name) => name !== left).flatMap((name) => conditionOf(name, query, day));
  return given.length === 0 ? Prisma.sql`true` : Prisma.join(given, " and ");
}

function conditionOf<Name extends Filter>(name: Name, query: ProjectQuery, day: IsoDate): Prisma.Sql[] {
  const value: ProjectQuery[Name] = query[name];
  return value === null || value === undefined ? [] : [conditions[name](value, day)];
}

/** Every word must be found somewhere; % and _ stand for themselves. */
function searchPatterns(words: string): string[] {
  return words
    .normalize("NFKC")
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "")
    .map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
}

const ascending = {
  code: Prisma.sql`p.code`,
  name: Prisma.sql`p.pinyin`,
  stage: Prisma.sql`p.stage`,
  due: Prisma.sql`p.due_to`,
  record: Prisma.sql`greatest(p.sourced_on, p.reported_on)`,
} as const satisfies Record<(typeof sortColumns)[number], Prisma.Sql>;

/** The order of the rows; unknown values last in either direction, equal ones by code. */
export function orderOf(sort: ProjectSort): Prisma.Sql {
  const isDescending = sort.startsWith("-");
  const column = sortColumns.find((name) => sort === name || sort === `-${name}`) ?? "code";
  const direction = isDescending ? Prisma.sql`desc nulls last` : Prisma.sql`asc`;
  return Prisma.sql`${ascending[column]} ${direction}, p.code`;
}
