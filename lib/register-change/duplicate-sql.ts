import "server-only";
import type { AgreementContent } from "@/lib/agreement/agreement-schema";
import type { OrganizationContent } from "@/lib/organization/organization-schema";
import type { PlaceContent } from "@/lib/place/place-schema";
import type { ComparedProject } from "@/lib/register-change/project-content-schema";
import type { RegisterSubject } from "@/lib/register-change/register-change-rules";
import { Prisma } from "@/prisma/generated/client";

const mostCandidates = 200;

type Except = { thingId: number | null; changeId: number | null };

/** Agreements with exactly these registered parties, or of the same name, or on their way into the register. */
export function candidatesOfAgreement(content: AgreementContent, { thingId, changeId }: Except): Prisma.Sql {
  const slugs = [...new Set(content.parties.flatMap(({ organization }) => organization ?? []))];
  const names = [content.title, content.callName].filter((name) => name !== null);
  return Prisma.sql`
    with same_parties as (
      select x.agreement_id as id from parties x join organizations o on o.id = x.organization_id
      where o.slug = any(${slugs}) group by x.agreement_id having count(distinct o.id) = ${slugs.length}
    )
    (select coalesce(a.title, a.call_name) as title, a.code as key, null::int as "changeId",
      json_build_object('title', a.title, 'callName', a.call_name, 'kind', a.kind,
        'signed', range_json(a.signed_from, a.signed_to, a.signed_precision), 'signedPlace', a.signed_place,
        'agreedInvestment', a.agreed_investment::text, 'currency', a.currency, 'summary', a.summary,
        'parties', (select coalesce(json_agg(json_build_object(
            'nameInTitle', x.name_in_title, 'organization', o.slug, 'newOrganization', null)), '[]')
          from parties x left join organizations o on o.id = x.organization_id
          where x.agreement_id = a.id)) as content
    from agreements a
    where a.id is distinct from ${thingId}::int and (
      a.id in (select id from same_parties)
      or ${sameWords(Prisma.sql`a.title`, names)} or ${sameWords(Prisma.sql`a.call_name`, names)})
    order by a.signed_to is distinct from ${content.signed?.to ?? null}::date, a.id desc limit ${mostCandidates})
    union all ${onTheirWay("agreement", changeId)}`;
}

/** Organizations that share a name, or part of one. */
export function candidatesOfOrganization(
  { name, shortName, aliases }: OrganizationContent,
  { thingId, changeId }: Except,
): Prisma.Sql {
  const names = [name, shortName, ...aliases];
  return Prisma.sql`
    (select o.name as title, o.slug as key, null::int as "changeId",
      json_build_object('name', o.name, 'shortName', o.short_name, 'kind', o.kind, 'description', o.description,
        'aliases', (select coalesce(json_agg(x.alias), '[]') from organization_aliases x where x.organization_id = o.id)
      ) as content
    from organizations o
    where o.id is distinct from ${thingId}::int and (
      ${sameWords(Prisma.sql`o.name`, names)} or ${sameWords(Prisma.sql`o.short_name`, names)}
      or o.name like ${`%${escapeLike(shortName)}%`} or position(o.short_name in ${name}) > 0
      or exists (select from organization_aliases x
        where x.organization_id = o.id and ${sameWords(Prisma.sql`x.alias`, names)}))
    order by o.name <> ${name}, o.id desc limit ${mostCandidates})
    union all ${onTheirWay("organization", changeId)}`;
}

/** Places of which one name is part of the other. */
export function candidatesOfPlace({ name }: PlaceContent, { thingId, changeId }: Except): Prisma.Sql {
  return Prisma.sql`
    (select l.name as title, l.slug as key, null::int as "changeId", json_build_object('name', l.name) as content
    from places l
    where l.id is distinct from ${thingId}::int and (
      ${sameWords(Prisma.sql`l.name`, [name])} or position(l.name in ${name}) > 0 or position(${name} in l.name) > 0)
    order by l.name <> ${name}, l.id desc limit ${mostCandidates})
    union all ${onTheirWay("place", changeId)}`;
}

/** Projects of exactly these enterprises, of the same name, or of the same agreement. */
export function candidatesOfProject(
  { name, agreement, investors }: ComparedProject,
  { thingId, changeId }: Except,
): Prisma.Sql {
  const slugs = [...new Set(investors)];
  return Prisma.sql`
    with same_investors as (
      select i.project_id as id from project_investors i join organizations o on o.id = i.organization_id
      group by i.project_id
      having bool_and(o.slug = any(${slugs}::text[])) and count(*) = ${slugs.length}
    )
    (select p.name as title, p.code as key, null::int as "changeId",
      json_build_object('name', p.name, 'newInvestors', '[]'::json, 'newPlace', null,
        'agreement', (select a.code from agreements a where a.id = p.agreement_id),
        'investors', (select coalesce(json_agg(o.slug order by i.ordinal), '[]')
          from project_investors i join organizations o on o.id = i.organization_id where i.project_id = p.id),
        'commitments', (select coalesce(json_agg(json_build_object(
            'ordinal', c.ordinal, 'indicator', c.indicator, 'target', c.target_value::float8, 'unit', c.unit,
            'note', null, 'isMeasurable', c.is_measurable, 'due', null, 'reason', null) order by c.ordinal), '[]')
          from commitments c where c.project_id = p.id)) as content
    from projects p
    where p.id is distinct from ${thingId}::int and (
      p.id in (select id from same_investors) or ${sameWords(Prisma.sql`p.name`, [name])}
      or p.agreement_id = (select a.id from agreements a where a.code = ${agreement}))
    order by p.name <> ${name}, p.id desc limit ${mostCandidates})
    union all ${onTheirWay("project", changeId)}`;
}

function onTheirWay(subject: RegisterSubject, changeId: number | null): Prisma.Sql {
  return Prisma.sql`
    (select g.title, null, g.id, g.content::json from register_changes g
    where g.subject = ${subject}::register_subject and g.kind = 'creation' and g.state in ('submitted', 'returned')
      and g.id is distinct from ${changeId}::int
    order by g.id desc limit ${mostCandidates})`;
}

/** Letters and digits alike, whatever stands between them. */
function sameWords(column: Prisma.Sql, names: readonly string[]): Prisma.Sql {
  const plain = (text: Prisma.Sql) => Prisma.sql`regexp_replace(lower(${text}), '[^[:alnum:]]', '', 'g')`;
  return Prisma.sql`${plain(column)} in (select ${plain(Prisma.sql`n`)} from unnest(${names}::text[]) as n)`;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, "\\$&");
