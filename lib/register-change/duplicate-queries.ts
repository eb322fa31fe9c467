import "server-only";
import { agreementContentSchema } from "@/lib/agreement/agreement-schema";
import type { Transaction } from "@/lib/audit/audit-record";
import { organizationContentSchema } from "@/lib/organization/organization-schema";
import { placeContentSchema } from "@/lib/place/place-schema";
import {
  candidatesOfAgreement,
  candidatesOfOrganization,
  candidatesOfPlace,
  candidatesOfProject,
} from "@/lib/register-change/duplicate-sql";
import {
  agreementLikeness,
  type Likeness,
  organizationLikeness,
  placeLikeness,
  projectLikeness,
} from "@/lib/register-change/likeness-rules";
import { type ComparedProject, comparedProjectSchema } from "@/lib/register-change/project-content-schema";
import type { RegisterContent, RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { Prisma } from "@/prisma/generated/client";

const mostShown = 10;

/** Something that looks like what is being registered. */
export type Duplicate = Likeness & {
  subject: RegisterSubject;
  title: string;
  /** Code or slug; null: a registration that waits for its review. */
  key: string | null;
  /** The change by which it is registered; null: it stands in the register. */
  changeId: number | null;
};

/** The thing and the change that are being looked at, which do not resemble themselves. */
export type Except = { thingId: number | null; changeId: number | null };

type Candidate = Pick<Duplicate, "title" | "key" | "changeId"> & { content: unknown };
type Comparer = {
  candidates: (content: RegisterContent, except: Except) => Prisma.Sql;
  compare: (content: RegisterContent, candidate: unknown) => Likeness | null;
};

const comparers: Partial<Record<RegisterSubject, Comparer>> = {
  agreement: {
    candidates: (content, except) => candidatesOfAgreement(agreementContentSchema.parse(content), except),
    compare: (content, candidate) =>
      agreementLikeness(agreementContentSchema.parse(content), agreementContentSchema.parse(candidate)),
  },
  organization: {
    candidates: (content, except) =>
      candidatesOfOrganization(organizationContentSchema.parse(content), except),
    compare: (content, candidate) =>
      organizationLikeness(
        organizationContentSchema.parse(content),
        organizationContentSchema.parse(candidate),
      ),
  },
  place: {
    candidates: (content, except) => candidatesOfPlace(placeContentSchema.parse(content), except),
    compare: (content, candidate) =>
      placeLikeness(placeContentSchema.parse(content), placeContentSchema.parse(candidate)),
  },
  project: {
    candidates: (content, except) => candidatesOfProject(comparedProjectSchema.parse(content), except),
    compare: (content, candidate) =>
      projectLikeness(comparedProjectSchema.parse(content), comparedProjectSchema.parse(candidate)),
  },
};

/** What in the register, or on its way into it, looks like this content; the very likely first, at most ten. */
export async function findDuplicates(
  client: Pick<Transaction, "$queryRaw">,
  subject: RegisterSubject,
  { content, except }: { content: RegisterContent; except: Except },
): Promise<Duplicate[]> {
  const own = await likeThings(client, subject, { content, except });
  const brought =
    subject === "project" ? await likeBrought(client, comparedProjectSchema.parse(content)) : [];
  return [...own, ...brought]
    .sort((one, other) => Number(other.isSame) - Number(one.isSame))
    .slice(0, mostShown);
}

async function likeThings(
  client: Pick<Transaction, "$queryRaw">,
  subject: RegisterSubject,
  { content, except }: { content: RegisterContent; except: Except },
): Promise<Duplicate[]> {
  const comparer = comparers[subject];
  if (!comparer) return [];
  const candidates = await client.$queryRaw<Candidate[]>(comparer.candidates(content, except));
  return candidates.flatMap(({ title, key, changeId, content: candidate }): Duplicate[] => {
    const likeness = comparer.compare(content, candidate);
    return likeness ? [{ ...likeness, subject, title, key, changeId }] : [];
  });
}

const nothingYet: Except = { thingId: null, changeId: null };

/** What looks like the enterprises and the place that come into the register with a project; of exactly the same name
 *  it is taken instead. */
async function likeBrought(
  client: Pick<Transaction, "$queryRaw">,
  { newInvestors, newPlace }: ComparedProject,
): Promise<Duplicate[]> {
  const found: Duplicate[] = [];
  for (const name of newInvestors) {
    const content = { name, shortName: name, kind: "enterprise", description: null, aliases: [] };
    const like = await likeThings(client, "organization", { content, except: nothingYet });
    const others = like.filter(({ title }) => title !== name);
    found.push(...others.map((one) => ({ ...one, why: `要新登记的企业“${name}”和它${one.why}` })));
  }
  if (newPlace !== null) {
    const like = await likeThings(client, "place", { content: { name: newPlace }, except: nothingYet });
    const others = like.filter(({ title }) => title !== newPlace);
    found.push(...others.map((one) => ({ ...one, why: `要新登记的落户地“${newPlace}”和它${one.why}` })));
  }
  return found;
}
