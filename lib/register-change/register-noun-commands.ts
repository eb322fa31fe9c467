import "server-only";
import {
  amendAgreement,
  createAgreement,
  currentAgreement,
  withdrawAgreement,
} from "@/lib/agreement/agreement-register-commands";
import { agreementRefusals } from "@/lib/agreement/agreement-register-queries";
import { type AgreementContent, agreementContentSchema } from "@/lib/agreement/agreement-schema";
import {
  amendOrganization,
  createOrganization,
  currentOrganization,
  withdrawOrganization,
} from "@/lib/organization/organization-register-commands";
import { organizationRefusals } from "@/lib/organization/organization-register-queries";
import { type OrganizationContent, organizationContentSchema } from "@/lib/organization/organization-schema";
import { amendPlace, createPlace, currentPlace, withdrawPlace } from "@/lib/place/place-register-commands";
import { type PlaceContent, placeContentSchema } from "@/lib/place/place-schema";
import { refreshSearchText } from "@/lib/project/search-text-commands";
import { amendStanding, currentStanding } from "@/lib/project/standing-register-commands";
import { standingRefusals } from "@/lib/project/standing-register-queries";
import {
  type ConditionRecord,
  type StandingContent,
  standingContentSchema,
} from "@/lib/project/standing-schema";
import { projectNoun } from "@/lib/register-change/project-noun-commands";
import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { RegisterNoun } from "@/lib/register-change/register-noun-contract-commands";

const none = async () => [];

const organization: RegisterNoun<OrganizationContent> = {
  schema: organizationContentSchema,
  titleOf: ({ name }) => name,
  refusals: organizationRefusals,
  current: currentOrganization,
  create: createOrganization,
  amend: async (tx, thing, origin) => {
    await amendOrganization(tx, thing, origin);
    await refreshSearchText(tx, { organizationId: thing.id });
  },
  withdraw: withdrawOrganization,
};

const place: RegisterNoun<PlaceContent> = {
  schema: placeContentSchema,
  titleOf: ({ name }) => name,
  refusals: none,
  current: currentPlace,
  create: createPlace,
  amend: amendPlace,
  withdraw: withdrawPlace,
};

const agreement: RegisterNoun<AgreementContent> = {
  schema: agreementContentSchema,
  titleOf: ({ title, callName }) => title ?? callName,
  refusals: agreementRefusals,
  current: currentAgreement,
  create: createAgreement,
  amend: amendAgreement,
  withdraw: withdrawAgreement,
};

const standing: RegisterNoun<StandingContent & { conditions: ConditionRecord[] }> = {
  schema: standingContentSchema,
  titleOf: () => "阶段和状况",
  refusals: standingRefusals,
  current: currentStanding,
  create: neverMade,
  amend: amendStanding,
  withdraw: neverMade,
};

/** A standing is corrected; it comes and goes with its project. */
async function neverMade(): Promise<never> {
  throw new Error("a standing is neither made nor taken away");
}

const nouns: Partial<Record<RegisterSubject, unknown>> = {
  organization,
  place,
  agreement,
  project: projectNoun,
  standing,
};

/** The noun of a subject; its contents are what its own schema read. */
export function registerNoun(subject: RegisterSubject): RegisterNoun<RegisterContent> {
  const noun = nouns[subject];
  if (!noun) throw new Error(`nothing is known of ${subject}`);
  // Each noun takes only content that its own schema has read, which the commands see to.
  return noun as RegisterNoun<RegisterContent>;
}
