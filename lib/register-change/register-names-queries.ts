import "server-only";
import { db } from "@/lib/db";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { WholeProject } from "@/lib/register-change/project-content-schema";
import type { JsonValue } from "@/lib/register-change/register-change-rules";
import type { KeptValues } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";

const mostSuggested = 300;
const mostWords = 1000;

/** What a form offers while somebody types: at most 300 of each kind. */
export async function suggestNames(): Promise<RegisterNames> {
  return names({
    organizations: Prisma.sql`organizations o order by o.name limit ${mostSuggested}`,
    places: Prisma.sql`places l order by l.name limit ${mostSuggested}`,
    agreements: Prisma.sql`agreements a order by a.code desc limit ${mostSuggested}`,
  });
}

/** Everything that stands in the register and that one of the typed values, or one line of it, names. */
export async function namesTyped(values: KeptValues): Promise<RegisterNames> {
  return namesCalled(wordsTyped(Object.values(values).flat()).slice(0, mostWords));
}

/** The same for what was typed into many rows, of which none is left out. */
export async function namesTypedInRows(typed: readonly string[]): Promise<RegisterNames> {
  return namesCalled(wordsTyped(typed));
}

function namesCalled(words: readonly string[]): Promise<RegisterNames> {
  // Compared one by one, thousands of words would take seconds; a subquery is hashed.
  const called = Prisma.sql`(select unnest(${words}::text[]))`;
  return names({
    organizations: Prisma.sql`organizations o
      where o.slug in ${called} or o.name in ${called} or o.short_name in ${called}
        or o.id in (select x.organization_id from organization_aliases x where x.alias in ${called})`,
    places: Prisma.sql`places l where l.slug in ${called} or l.name in ${called}`,
    agreements: Prisma.sql`agreements a
      where a.code in ${called} or a.title in ${called} or a.call_name in ${called}`,
  });
}

/** Everything that contents name by slug or code, also what was withdrawn since. */
export async function namesIn(contents: readonly JsonValue[]): Promise<RegisterNames> {
  const words = [...new Set(contents.flatMap(textsOf))].slice(0, mostWords);
  return namesOfKeys({ organizations: words, places: words, agreements: words });
}

/** The same for many projects, of which none is left out. */
export async function namesInProjects(projects: readonly WholeProject[]): Promise<RegisterNames> {
  return namesOfKeys({
    organizations: projects.flatMap(({ investors }) => investors),
    places: projects.flatMap(({ place }) => place ?? []),
    agreements: projects.flatMap(({ agreement }) => agreement ?? []),
  });
}

function namesOfKeys(keys: Record<keyof RegisterNames, readonly string[]>): Promise<RegisterNames> {
  const any = (words: readonly string[]) => Prisma.sql`any(${[...new Set(words)]})`;
  return names({
    organizations: Prisma.sql`all_organizations o where o.slug = ${any(keys.organizations)}`,
    places: Prisma.sql`all_places l where l.slug = ${any(keys.places)}`,
    agreements: Prisma.sql`all_agreements a where a.code = ${any(keys.agreements)}`,
  });
}

async function names(from: Record<keyof RegisterNames, Prisma.Sql>): Promise<RegisterNames> {
  const [row] = await db.$queryRaw<RegisterNames[]>`
    select
      (select coalesce(json_agg(json_build_object(
          'slug', o.slug, 'name', o.name, 'shortName', o.short_name, 'kind', o.kind,
          'aliases', (select coalesce(json_agg(x.alias), '[]')
            from organization_aliases x where x.organization_id = o.id))), '[]')
        from (select o.* from ${from.organizations}) o) as organizations,
      (select coalesce(json_agg(json_build_object('slug', l.slug, 'name', l.name)), '[]')
        from (select l.* from ${from.places}) l) as places,
      (select coalesce(json_agg(json_build_object(
          'code', a.code, 'title', a.title, 'callName', a.call_name)), '[]')
        from (select a.* from ${from.agreements}) a) as agreements`;
  if (!row) throw new Error("an aggregate without a row");
  return row;
}

const wordsTyped = (typed: readonly string[]) => [...new Set(typed.flatMap(linesOf))];

const linesOf = (text: string) => [text, ...text.split(/[、，,;；\n]/)].map((word) => word.trim());

function textsOf(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}
