import "server-only";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { toMoney } from "@/lib/format/money";
import { cachedRead } from "@/lib/page-cache/cached-read";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, stageEventCounts } from "./as-of-sql";
import { milestonesAsOf } from "./deadline-sql";
import type { MoneyKpi, PublicStats } from "./kpi-dto";
import { arrivalRate, fulfilmentRate, operatingRate, startRate } from "./kpi-rules";
import { standings } from "./standing-sql";

/** The published figures as of a day, from all that is known now; remembered until the register changes. */
export function getPublicStats(asOf: IsoDate): Promise<PublicStats> {
  return cachedRead({ key: `stats:${asOf}`, tags: ["register"] }, () => readStats({ day: asOf }));
}

/** The same, never remembered, and also as it was known at an earlier instant. */
export async function readStats(asOf: AsOf): Promise<PublicStats> {
  const [row] = await db.$queryRaw<[StatsRow]>(statsSql(asOf, await today()));
  const { verified, performing, funding, ...counts } = row.stats;
  const unverified = counts.total - verified;
  return {
    asOf: asOf.day,
    ...counts,
    kpis: {
      startRate: startRate(counts.stages, unverified),
      operatingRate: operatingRate(counts.stages, unverified),
      fulfilmentRate: fulfilmentRate({ total: counts.total, performing, unverified }),
      arrivalRate: fundingRate(funding, counts.total, unverified),
    },
  };
}

/** Sums of whole yuan as digits; null when no project has both amounts. */
type Funding = { agreed: string | null; arrived: string | null; known: number };
type StatsRow = {
  stats: Omit<PublicStats, "asOf" | "kpis"> & { verified: number; performing: number; funding: Funding };
};

function fundingRate({ agreed, arrived, known }: Funding, total: number, unverified: number): MoneyKpi {
  const sums = { agreedYuan: BigInt(agreed ?? 0), arrivedYuan: BigInt(arrived ?? 0) };
  const rate = arrivalRate({ ...sums, excluded: total - known, unverified });
  const isKnown = known > 0;
  return {
    ...rate,
    numerator: isKnown ? toMoney(rate.numerator) : null,
    denominator: isKnown ? toMoney(rate.denominator) : null,
  };
}

function statsSql(asOf: AsOf, day: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with scope as materialized (
      select * from (${standings(asOf, day)}) s),
    overdue as (${overdue(asOf)})
    select (select json_build_object(
      'total', count(*)::int,
      'stages', ${stageCounts},
      'conditions', json_build_object(
        'active', count(*) filter (where condition = 'active'),
        'paused', count(*) filter (where condition = 'paused'),
        'terminated', count(*) filter (where condition = 'terminated'),
        'unverified', count(*) filter (where condition is null)),
      'tracking', json_build_object(
        'unverified', count(*) filter (where tracking = 'unverified'),
        'lapsed', count(*) filter (where tracking = 'lapsed'),
        'tracked', count(*) filter (where tracking = 'tracked')),
      'byEnterprises', (${byEnterprises}),
      'byPlace', (${byPlace}),
      'bySigningMonth', (${bySigningMonth(asOf)}),
      'overdueMilestones', (select count(*) from overdue),
      'overdueInferred', (select count(*) from overdue where basis = 'inferred'),
      'verified', count(*) filter (where is_verified),
      'performing', count(*) filter (
        where is_verified and (condition is null or condition = 'active')),
      'funding', json_build_object(
        'agreed', (sum(agreed) filter (where arrived_funds is not null))::text,
        'known', count(agreed) filter (where arrived_funds is not null),
        'arrived', (sum(arrived_funds) filter (where agreed is not null))::text)
    ) from scope) as stats`;
}

const stageCounts = Prisma.sql`json_build_object(
  'signed', count(*) filter (where stage = 'signed'),
  'under_construction', count(*) filter (where stage = 'under_construction'),
  'operating', count(*) filter (where stage = 'operating'))`;

const byEnterprises = Prisma.sql`
  select coalesce(json_agg(json_build_object(
    'enterprises', coalesce(o.enterprises, '[]'), 'count', g.count, 'stages', g.stages) order by o.ids), '[]')
  from (select enterprise_key, count(*), ${stageCounts} as stages from scope group by enterprise_key) g
  left join (
    select s.enterprise_key, array_agg(o.id order by u.n) as ids,
      json_agg(json_build_object('slug', o.slug, 'name', o.short_name) order by u.n) as enterprises
    from (select distinct enterprise_key from scope) s
    cross join unnest(string_to_array(s.enterprise_key, '+')) with ordinality as u(slug, n)
    join organizations o on o.slug = u.slug
    group by s.enterprise_key) o on o.enterprise_key = g.enterprise_key`;

const byPlace = Prisma.sql`
  select coalesce(json_agg(json_build_object(
    'place', case when p.id is not null then json_build_object('slug', p.slug, 'name', p.name) end,
    'count', g.count, 'stages', g.stages) order by g.count desc, p.id), '[]')
  from (select place_id, count(*), ${stageCounts} as stages from scope group by place_id) g
  left join places p on p.id = g.place_id`;

/** A project is counted once, at its first signing; one without a signing of its own had signed by its first event. */
function bySigningMonth(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`
    select coalesce(json_agg(json_build_object(
      'month', g.month, 'notAfter', g.not_after, 'count', g.count) order by coalesce(g.month, g.not_after::text), g.month), '[]')
    from (
      select month, case when month is null then effective_to end as not_after, count(*)
      from (
        select distinct on (e.project_id) e.effective_to,
          case when e.stage = 'signed' and date_trunc('month', e.effective_from) = date_trunc('month', e.effective_to)
            then to_char(e.effective_to, 'YYYY-MM') end as month
        from stage_events e where ${stageEventCounts(asOf)}
        order by e.project_id, (e.stage = 'signed') desc, e.effective_to, e.id
      ) first
      group by month, not_after) g`;
}

function overdue(asOf: AsOf): Prisma.Sql {
  return Prisma.sql`
    select m.basis from (${milestonesAsOf(asOf)}) m join scope s on s.project_id = m.project_id
    where m.due_to < ${asOf.day}::date and not m.is_met and s.condition is distinct from 'terminated'`;
}
