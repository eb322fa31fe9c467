import "server-only";
import { findRegisteredAgreement } from "@/lib/agreement/agreement-register-queries";
import type { Transaction } from "@/lib/audit/audit-record";
import { findRegisteredOrganization } from "@/lib/organization/organization-register-queries";
import { findRegisteredPlace } from "@/lib/place/place-register-queries";
import { findRecordedStanding } from "@/lib/project/standing-register-queries";
import { findWholeProject } from "@/lib/register-change/project-content-queries";
import {
  type RegisterContent,
  type RegisterSubject,
  titleOfContent,
} from "@/lib/register-change/register-change-rules";

/** A thing of the register as it stands. */
export type RegisteredThing = {
  id: number;
  key: string;
  version: number;
  /** What it is called. */
  title: string;
  content: RegisterContent;
};

type Find = (
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
) => Promise<(Omit<RegisteredThing, "title"> & { title?: string }) | null>;

const finders: Partial<Record<RegisterSubject, Find>> = {
  agreement: findRegisteredAgreement,
  organization: findRegisteredOrganization,
  place: findRegisteredPlace,
  project: findWholeProject,
  standing: findRecordedStanding,
};

/** What the register says of something now; null: there is no such thing, or it was withdrawn. */
export async function findRegistered(
  client: Pick<Transaction, "$queryRaw">,
  subject: RegisterSubject,
  where: { id: number } | { key: string },
): Promise<RegisteredThing | null> {
  const thing = await finders[subject]?.(client, where);
  return thing ? { title: titleOfContent(thing.content), ...thing } : null;
}
