import "server-only";
import { cache } from "react";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { citationsOf } from "@/lib/source/citation-sql";
import { Prisma } from "@/prisma/generated/client";
import type { AgreementItem, PublicAgreement } from "./agreement-dto";
import { promisesOf } from "./promise-sql";

const listLimit = 500;
const projectLimit = 200;
const promiseLimit = 400;

const parties = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'organization', case when o.id is not null then
      json_build_object('slug', o.slug, 'shortName', o.short_name, 'kind', o.kind) end,
    'nameInTitle', s.name_in_title, 'citations', ${citationsOf("party", Prisma.sql`s.id`)}
  ) order by s.ordinal), '[]')
  from parties s left join organizations o on o.id = s.organization_id where s.agreement_id = a.id)`;

/** Key and value pairs of `AgreementFacts` over `agreements a`. */
const agreementFacts = Prisma.sql`
  'code', a.code, 'title', a.title, 'callName', a.call_name, 'kind', a.kind, 'parties', ${parties},
  'signed', range_json(a.signed_from, a.signed_to, a.signed_precision), 'signedPlace', a.signed_place,
  'agreedInvestment', money_json(a.agreed_investment, a.currency),
  'projectCount', (select count(*) from projects p where p.agreement_id = a.id),
  'stageCounts', (
    select json_build_object(
      'signed', count(*) filter (where p.stage = 'signed'),
      'under_construction', count(*) filter (where p.stage = 'under_construction'),
      'operating', count(*) filter (where p.stage = 'operating'))
    from projects p where p.agreement_id = a.id),
  'citations', ${citationsOf("agreement", Prisma.sql`a.id`)}`;

/** All agreements, the newest code first; `total` counts beyond the 500 that are listed. */
export async function listPublicAgreements(day: IsoDate): Promise<{ total: number; items: AgreementItem[] }> {
  const [row] = await db.$queryRaw<[{ list: { total: number; items: AgreementItem[] } }]>`
    select json_build_object(
      'total', (select count(*) from agreements),
      'items', (
        select coalesce(json_agg(json_build_object(
          ${agreementFacts},
          'passedPromises', (
            select count(*) from milestones m join projects p on p.id = m.project_id
            where p.agreement_id = a.id and m.actual_to is null
              and coalesce(m.revised_to, m.planned_to) < ${day}::date)) order by a.code desc), '[]')
        from (select * from agreements order by code desc limit ${listLimit}) a)
    ) as list`;
  return row.list;
}

const projects = (day: IsoDate) => Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'code', p.code, 'name', p.name, 'stage', p.stage,
    'due', case when p.due_to is not null then json_build_object(
      'range', range_json(p.due_from, p.due_to, p.due_precision), 'basis', p.due_basis,
      'isPast', p.due_to < ${day}::date) end,
    'sourcedOn', p.sourced_on, 'reportedOn', p.reported_on, 'lastRecordOn', greatest(p.sourced_on, p.reported_on),
    'citations', (
      select coalesce(json_agg(c), '[]') from json_array_elements(${citationsOf("project", Prisma.sql`p.id`)}) c
      where c->>'field' = 'agreement')
  ) order by p.code), '[]')
  from (select * from projects where agreement_id = a.id order by code limit ${projectLimit}) p)`;

const events = Prisma.sql`(
  select coalesce(json_agg(json_build_object(
    'code', e.code, 'title', e.title, 'description', e.description, 'place', e.place,
    'held', range_json(e.held_from, e.held_to, e.held_precision),
    'others', (
      select coalesce(json_agg(json_build_object('code', b.code, 'callName', b.call_name) order by b.code), '[]')
      from event_agreements y join agreements b on b.id = y.agreement_id where y.event_id = e.id and b.id <> a.id),
    'citations', ${citationsOf("event", Prisma.sql`e.id`)}
  ) order by e.held_to desc, e.code desc), '[]')
  from event_agreements x join events e on e.id = x.event_id where x.agreement_id = a.id)`;

const responsibleUnits = Prisma.sql`(
  select coalesce(json_agg(distinct u.name), '[]')
  from assignments s join units u on u.id = s.unit_id join projects p on p.id = s.project_id
  where p.agreement_id = a.id and s.until is null)`;

const sourcedOn = Prisma.sql`(
  select max(coalesce(d.published_on, g.evidence_on)) from citations x
  left join source_documents d on d.id = x.source_document_id
  left join register_changes g on g.id = x.register_change_id and g.state = 'published'
  where x.agreement_id = a.id)`;

/** Everything that anyone may read of one agreement on a day; null when no agreement has that code. */
export const getPublicAgreement = cache(
  async (code: string, day: IsoDate): Promise<PublicAgreement | null> => {
    const where = Prisma.sql`w.project_id in (select id from projects where agreement_id = a.id)`;
    const [row] = await db.$queryRaw<{ agreement: PublicAgreement }[]>`
      select json_build_object(
        ${agreementFacts}, 'summary', a.summary, 'projects', ${projects(day)},
        'promises', ${promisesOf({ where, limit: promiseLimit })}, 'events', ${events},
        'responsibleUnits', ${responsibleUnits}, 'sourcedOn', ${sourcedOn},
        'registeredAt', least(a.created_at, app_now())
      ) as agreement
      from agreements a where a.code = ${code}`;
    return row?.agreement ?? null;
  },
);
