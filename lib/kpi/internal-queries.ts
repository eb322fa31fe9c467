import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";
import { Prisma } from "@/prisma/generated/client";
import type { AsOf } from "./as-of-sql";
import type { InternalDashboard } from "./internal-dto";
import { lapsedJson, lateJson, pendingReviewCount, problemsJson, silentJson } from "./late-sql";
import { lampsSql, lightBoardJson, openMilestones } from "./lights-sql";
import { standings } from "./standing-sql";

/** Lights, lateness, silence and problems on a day: for officials, staff and reviewers. */
export async function getInternalDashboard(viewer: Viewer | null, day: IsoDate): Promise<InternalDashboard> {
  requirePermission(viewer, "dashboard:internal");
  const [published, pendingReviews] = await Promise.all([
    // The same for everyone who may see it, and made of nothing that is not published.
    cachedRead({ key: `internal:${day}`, tags: ["register"] }, () => readInternal({ day })),
    countPendingReviews({ day }),
  ]);
  return { ...published, pendingReviews };
}

type PublishedPart = Omit<InternalDashboard, "pendingReviews">;

async function readInternal(asOf: AsOf): Promise<PublishedPart> {
  const [row] = await db.$queryRaw<[{ internal: PublishedPart }]>(internalSql(asOf, await today()));
  return row.internal;
}

async function countPendingReviews(asOf: AsOf): Promise<number> {
  const [row] = await db.$queryRaw<[{ count: number }]>`select ${pendingReviewCount(asOf)}::int as count`;
  return row.count;
}

function internalSql(asOf: AsOf, day: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with scope as materialized (
      select s.*, p.short_name
      from (${standings(asOf, day)}) s join projects p on p.id = s.project_id),
    open_milestone as materialized (${openMilestones(asOf)}),
    lamp as materialized (${lampsSql(asOf)})
    select json_build_object(
      'lights', ${lightBoardJson},
      'late', ${lateJson(asOf)},
      'lapsed', ${lapsedJson},
      'silent', ${silentJson(asOf)},
      'problems', ${problemsJson(asOf, day)}
    ) as internal`;
}
