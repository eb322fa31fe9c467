import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { Prisma } from "@/prisma/generated/client";
import type { AsOf } from "./as-of-sql";
import type { InternalDashboard } from "./internal-dto";
import { lapsedJson, lateJson, pendingReviewCount, problemsJson, silentJson } from "./late-sql";
import { lampsSql, lightBoardJson, openMilestones } from "./lights-sql";
import { standings } from "./standing-sql";

/** Lights, lateness, silence and problems on a day: for officials, staff and reviewers. */
export async function getInternalDashboard(viewer: Viewer | null, day: IsoDate): Promise<InternalDashboard> {
  requirePermission(viewer, "dashboard:internal");
  const [row] = await db.$queryRaw<[{ internal: InternalDashboard }]>(internalSql({ day }, await today()));
  return row.internal;
}

function internalSql(asOf: AsOf, day: IsoDate): Prisma.Sql {
  return Prisma.sql`
    with scope as materialized (
      select s.*, p.code, p.short_name
      from (${standings(asOf, day)}) s join projects p on p.id = s.project_id),
    open_milestone as materialized (${openMilestones(asOf)}),
    lamp as materialized (${lampsSql(asOf)})
    select json_build_object(
      'lights', ${lightBoardJson},
      'late', ${lateJson(asOf)},
      'lapsed', ${lapsedJson},
      'silent', ${silentJson(asOf)},
      'problems', ${problemsJson(asOf)},
      'pendingReviews', ${pendingReviewCount(asOf)}
    ) as internal`;
}
