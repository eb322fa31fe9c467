import "server-only";
import { promisesOf } from "@/lib/agreement/promise-sql";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { enterpriseCounts, enterpriseFacts } from "@/lib/organization/organization-sql";
import { oldestFreshDay } from "@/lib/project/tracking-rules";
import { Prisma } from "@/prisma/generated/client";
import type { Home } from "./home-dto";
import { enterpriseSets } from "./matrix-sql";
import { recordsUntil } from "./records-sql";

const promiseLimit = 200;
const enterpriseLimit = 6;

const carriesProjects = Prisma.sql`exists (select from project_investors i where i.organization_id = o.id)`;

/** Everything that the home page shows, as it is on a day. */
export async function getHome(day: IsoDate): Promise<Home> {
  const promises = promisesOf({ where: Prisma.sql`true`, limit: promiseLimit });
  const [row] = await db.$queryRaw<[{ home: Home }]>`
    select json_build_object(
      'total', n.total, 'reportedCount', n.reported, 'unverifiedCount', n.unverified,
      'stageCounts', json_build_object(
        'signed', n.signed, 'under_construction', n.under_construction, 'operating', n.operating),
      'newestReportOn', n.newest_report_on,
      'newestSourceOn', greatest((select max(published_on) from source_documents), n.newest_source_on),
      'registeredCount', (
        select count(*) from register_changes g
        where g.subject = 'project' and g.kind = 'creation' and g.state = 'published'),
      'sourceCount', (select count(*) from source_documents),
      'enterpriseSets', ${enterpriseSets}, 'promises', ${promises},
      'enterprises', (
        select coalesce(json_agg(json_build_object(${enterpriseFacts}) order by o.id), '[]')
        from (select * from organizations o where ${carriesProjects} order by id limit ${enterpriseLimit}) o
        ${enterpriseCounts}),
      'hasMoreEnterprises', (
        select count(*) > ${enterpriseLimit} from (
          select from organizations o where ${carriesProjects} limit ${enterpriseLimit + 1}) o),
      'records', ${recordsUntil(day)}
    ) as home
    from (
      select count(*) as total, count(reported_on) as reported, max(reported_on) as newest_report_on,
        max(sourced_on) as newest_source_on,
        count(*) filter (where stage = 'signed') as signed,
        count(*) filter (where stage = 'under_construction') as under_construction,
        count(*) filter (where stage = 'operating') as operating,
        count(*) filter (where reported_on is null and sourced_on < ${oldestFreshDay(day)}::date
          and condition is distinct from 'terminated') as unverified
      from projects) n`;
  return row.home;
}
