import "server-only";
import type { IsoDate } from "@/lib/format/date-range";
import { citationsOf } from "@/lib/source/citation-sql";
import { figureJson } from "@/lib/source/figure-sql";
import { Prisma } from "@/prisma/generated/client";

const recordLimit = 8;
/** Enough newest stage events to make `recordLimit` groups of them. */
const stageEventLimit = recordLimit * 3;

const events = (day: IsoDate) => Prisma.sql`
  select e.held_to as ended_on, e.code as tie, jsonb_build_object(
    'kind', 'event', 'on', range_json(e.held_from, e.held_to, e.held_precision),
    'title', e.title, 'description', e.description,
    'agreements', (
      select coalesce(json_agg(json_build_object('code', a.code, 'callName', a.call_name) order by a.code), '[]')
      from event_agreements x join agreements a on a.id = x.agreement_id where x.event_id = e.id),
    'citations', ${citationsOf("event", Prisma.sql`e.id`)}) as record
  from (select * from events where held_to <= ${day}::date order by held_to desc, code desc limit ${recordLimit}) e`;

const agreements = (day: IsoDate) => Prisma.sql`
  select a.signed_to, a.code, jsonb_build_object(
    'kind', 'agreement', 'on', range_json(a.signed_from, a.signed_to, a.signed_precision),
    'code', a.code, 'name', coalesce(a.title, a.call_name),
    'parties', (select coalesce(json_agg(x.name_in_title order by x.ordinal), '[]')
      from parties x where x.agreement_id = a.id))
  from (
    select * from agreements a
    where a.signed_to <= ${day}::date and a.signed_precision <> 'not_after'
      and not exists (select from event_agreements e where e.agreement_id = a.id)
      and exists (select from register_changes g
        where g.agreement_id = a.id and g.kind = 'creation' and g.state = 'published')
    order by a.signed_to desc, a.code desc limit ${recordLimit}) a`;

const stageEvents = (day: IsoDate) => Prisma.sql`
  select e.effective_to, p.code, jsonb_build_object(
    'kind', 'stage', 'on', range_json(e.effective_from, e.effective_to, e.effective_precision),
    'project', json_build_object('code', p.code, 'name', p.name),
    'stages', json_agg(e.stage order by e.stage),
    'citations', ${citationsOf("stageEvent", Prisma.sql`max(e.id)`)})
  from (
    select * from stage_events e
    where e.effective_to <= ${day}::date and e.effective_precision <> 'not_after'
      and not exists (select from event_retractions x where x.stage_event_id = e.id)
      and e.project_id in (select id from projects)
    order by e.effective_to desc, e.project_id limit ${stageEventLimit}) e
  join projects p on p.id = e.project_id
  group by p.code, p.name, e.effective_from, e.effective_to, e.effective_precision`;

const figures = (day: IsoDate) => Prisma.sql`
  select f.period_to, coalesce(p.code, o.slug, l.slug), jsonb_build_object(
    'kind', 'figures', 'on', range_json(f.period_from, f.period_to, f.period_precision),
    'subject', json_build_object(
      'name', coalesce(p.name, o.name, l.name), 'projectCode', p.code,
      'enterpriseSlug', case when o.kind = 'enterprise' then o.slug end),
    'figures', json_agg(${figureJson} order by f.ordinal))
  from (
    select * from figures f
    where f.period_to <= ${day}::date and not f.is_goal order by f.period_to desc, f.ordinal limit ${stageEventLimit}) f
  left join projects p on p.id = f.project_id
  left join organizations o on o.id = f.organization_id
  left join places l on l.id = f.place_id
  where num_nonnulls(p.id, o.id, l.id) = 1
  group by p.code, p.name, o.slug, o.name, o.kind, l.slug, l.name, f.period_from, f.period_to, f.period_precision`;

/** The newest records whose time is known, as a JSON array of `HomeRecord`. */
export const recordsUntil = (day: IsoDate) => Prisma.sql`(
  select coalesce(json_agg(r.record order by r.ended_on desc, r.tie desc), '[]')
  from (
    select * from (${events(day)} union all ${agreements(day)} union all ${stageEvents(day)} union all ${figures(day)}) r
    order by r.ended_on desc, r.tie desc limit ${recordLimit}) r)`;
