import "server-only";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";
import { Prisma } from "@/prisma/generated/client";
import { type AsOf, stageEventCounts } from "./as-of-sql";
import type { Dashboard } from "./dashboard-dto";
import { matrixJson } from "./matrix-sql";
import { newestReportOn, passedInSilenceCount, promisesJson } from "./promises-sql";
import { stagePointsJson } from "./stage-series-sql";
import { standings } from "./standing-sql";
import { unassignedCount, unverifiedJson } from "./unverified-sql";

/** What everybody may see on the dashboard of a day; remembered until the register changes. */
export function getDashboard(day: IsoDate): Promise<Dashboard> {
  return cachedRead({ key: `dashboard:${day}`, tags: ["register"] }, () => readDashboard({ day }));
}

async function readDashboard(asOf: AsOf): Promise<Dashboard> {
  const [row] = await db.$queryRaw<[{ dashboard: Dashboard }]>(dashboardSql(asOf, await today()));
  return row.dashboard;
}

function dashboardSql(asOf: AsOf, day: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with scope as materialized (
      select * from (${standings(asOf, day)}) s)
    select json_build_object(
      'matrix', ${matrixJson},
      'series', json_build_object('points', ${stagePointsJson(asOf)}, 'lastRecordOn', greatest(
        (select max(sourced_on) from scope where sourced_on <= ${asOf.day}::date),
        (select max(newest_record_on) from scope),
        (select max(e.effective_to) from stage_events e where ${stageEventCounts(asOf)}))),
      'unverified', ${unverifiedJson(asOf)},
      'unassigned', ${unassignedCount(asOf)},
      'passedInSilence', ${passedInSilenceCount(asOf)},
      'promises', ${promisesJson(asOf, day)},
      'sources', (
        select json_build_object('count', count(*),
          'newestOn', greatest(max(published_on), (select max(sourced_on) from scope where sourced_on <= ${asOf.day}::date)))
        from source_documents where published_on <= ${asOf.day}::date),
      'newestReportOn', ${newestReportOn(asOf, day)}
    ) as dashboard`;
}
