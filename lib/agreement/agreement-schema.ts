import { z } from "zod";
import { precisions } from "@/lib/format/date-range";
import { currencies } from "@/lib/format/money";
import { organizationKinds } from "@/lib/organization/organization-schema";

export const agreementKinds = ["strategic_cooperation", "cooperation", "cooperative_operation"] as const;
export type AgreementKind = (typeof agreementKinds)[number];

const rangeSchema = z.object({
  from: z.string().nullable(),
  to: z.string(),
  precision: z.enum(precisions),
});

/** One side: a registered organization, one that is made at publication, or nobody knows who (both null). */
const partySchema = z.object({
  nameInTitle: z.string(),
  organization: z.string().nullable(),
  newOrganization: z.object({ name: z.string(), kind: z.enum(organizationKinds) }).nullable(),
});
export type PartyContent = z.output<typeof partySchema>;

/** What the register says of an agreement, as a change proposes it. Null: not stated. */
export const agreementContentSchema = z.object({
  title: z.string().nullable(),
  callName: z.string(),
  kind: z.enum(agreementKinds).nullable(),
  signed: rangeSchema.nullable(),
  signedPlace: z.string().nullable(),
  /** Decimal digits of whole units of the currency. */
  agreedInvestment: z.string().regex(/^\d+$/).nullable(),
  currency: z.enum(currencies),
  summary: z.string(),
  parties: z.array(partySchema),
});
export type AgreementContent = z.output<typeof agreementContentSchema>;
