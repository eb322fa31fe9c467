import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { formatInstant } from "@/lib/format/shanghai-time";
import { offeredSince } from "./second-factor-rules";
import { openSecret } from "./second-factor-secret";
import { secretToShow } from "./time-code";

type Off = { state: "off" };
type Offered = { state: "offered"; text: string; link: string };
type On = { state: "on"; since: string; recoveryCodesLeft: number };

/** `offered`: its secret is shown, typed and as a link, until a code of the app confirms it. `offer` tells one
 *  attempt to turn it on from the next; null when there was none. */
export type OwnSecondFactor = { offer: string | null } & (Off | Offered | On);

/** The second factor of the viewer's own account. A secret is shown only before it counts. */
export async function getOwnSecondFactor(viewer: Viewer): Promise<OwnSecondFactor> {
  requirePermission(viewer, "own-account:manage");
  const factor = await db.secondFactor.findUnique({
    where: { accountId: viewer.accountId },
    select: {
      secret: true,
      offeredAt: true,
      confirmedAt: true,
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  if (!factor) return { state: "off", offer: null };
  const offer = factor.offeredAt.toISOString();
  if (factor.confirmedAt) {
    const recoveryCodesLeft = factor._count.recoveryCodes;
    return { state: "on", offer, since: formatInstant(factor.confirmedAt), recoveryCodesLeft };
  }
  const secret = factor.offeredAt > offeredSince(new Date()) && openSecret(factor.secret, viewer.accountId);
  return secret ? { state: "offered", offer, ...secretToShow(secret, viewer.name) } : { state: "off", offer };
}
