import "server-only";
import { db } from "@/lib/db";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
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
  const words = [...new Set(Object.values(values).flat().flatMap(linesOf))].slice(0, mostWords);
  return names({
    organizations: Prisma.sql`organizations o
      where o.slug = any(${words}) or o.name = any(${words}) or o.short_name = any(${words})
        or exists (select from organization_aliases x where x.organization_id = o.id and x.alias = any(${words}))`,
    places: Prisma.sql`places l where l.slug = any(${words}) or l.name = any(${words})`,
    agreements: Prisma.sql`agreements a
      where a.code = any(${words}) or a.title = any(${words}) or a.call_name = any(${words})`,
  });
}

/** Everything that contents name by slug or code, also what was withdrawn since. */
export async function namesIn(contents: readonly JsonValue[]): Promise<RegisterNames> {
  const words = [...new Set(contents.flatMap(textsOf))].slice(0, mostWords);
  return names({
    organizations: Prisma.sql`all_organizations o where o.slug = any(${words})`,
    places: Prisma.sql`all_places l where l.slug = any(${words})`,
    agreements: Prisma.sql`all_agreements a where a.code = any(${words})`,
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

const linesOf = (text: string) => [text, ...text.split(/[、，,;；\n]/)].map((word) => word.trim());

function textsOf(value: JsonValue): string[] {
  if (typeof value === "string") return [value];
  if (value === null || typeof value !== "object") return [];
  return Object.values(value).flatMap(textsOf);
}
