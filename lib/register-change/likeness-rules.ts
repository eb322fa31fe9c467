import type { AgreementContent, PartyContent } from "@/lib/agreement/agreement-schema";
import type { OrganizationContent } from "@/lib/organization/organization-schema";
import type { PlaceContent } from "@/lib/place/place-schema";
import type { ComparedProject } from "@/lib/register-change/project-content-schema";

/** How much two things of the register look like one; `isSame`: so much that whoever registers both has to say why. */
export type Likeness = { isSame: boolean; why: string };

const leastShared = 2;
const leastSimilarity = 0.6;

/** A name without what people write in one way or another: spaces, quotes, brackets, widths. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Two agreements; null: they are different. */
export function agreementLikeness(one: AgreementContent, other: AgreementContent): Likeness | null {
  const names = nameLikeness(namesOf(one), namesOf(other));
  const isSameDay = one.signed !== null && one.signed.to === other.signed?.to;
  if (partiesOf(one) !== partiesOf(other)) {
    const isNear = names === "same" && isSameDay;
    return isNear ? { isSame: false, why: "名称和签订日期相同，签约方不同" } : null;
  }
  if (names === "same") return { isSame: true, why: "签约方相同，名称相同" };
  if (names === "similar") return { isSame: false, why: "签约方相同，名称相近" };
  return isSameDay ? { isSame: false, why: "签约方相同，签订日期相同" } : null;
}

/** Two organizations; null: they are different. */
export function organizationLikeness(one: OrganizationContent, other: OrganizationContent): Likeness | null {
  if (plainName(one.name) === plainName(other.name)) return { isSame: true, why: "全称相同" };
  const shared = allNames(one).find((name) => allNames(other).includes(name));
  if (shared !== undefined) return { isSame: false, why: "简称或别称相同" };
  return coreName(one.name) === coreName(other.name) ? { isSame: false, why: "全称相近" } : null;
}

/** Two places; null: they are different. */
export function placeLikeness(one: PlaceContent, other: PlaceContent): Likeness | null {
  const [a, b] = [plainName(one.name), plainName(other.name)];
  if (a === b) return { isSame: true, why: "名称相同" };
  return isPart(a, b) ? { isSame: false, why: "名称相近" } : null;
}

/** Two projects; null: they are different. */
export function projectLikeness(one: ComparedProject, other: ComparedProject): Likeness | null {
  const names = nameLikeness([plainName(one.name)], [plainName(other.name)]);
  const isSameSet = investorsOf(one) === investorsOf(other);
  if (isSameSet && names === "same") return { isSame: true, why: "企业相同，名称相同" };
  if (isSameSet && names === "similar") return { isSame: false, why: "企业相同，名称相近" };
  if (names === "same") return { isSame: false, why: "名称相同，企业不同" };
  if (one.agreement === null || one.agreement !== other.agreement) return null;
  const shared = one.commitments.find((promise) =>
    other.commitments.some((known) => isSamePromise(promise, known)),
  );
  return shared ? { isSame: false, why: `协议相同，承诺事项“${shared.indicator}”的目标值相同` } : null;
}

/** The enterprises as one text, in no order. */
const investorsOf = ({ investors, newInvestors }: ComparedProject) =>
  [...investors, ...newInvestors.map(plainName)].sort().join("|");

type Promised = ComparedProject["commitments"][number];

const isSamePromise = (one: Promised, other: Promised) =>
  one.target !== null &&
  one.target === other.target &&
  one.unit === other.unit &&
  plainName(one.indicator) === plainName(other.indicator);

const namesOf = ({ title, callName }: AgreementContent) => [
  ...new Set([title, callName].flatMap((name) => (name ? [plainName(name)] : []))),
];

function nameLikeness(mine: readonly string[], others: readonly string[]): "same" | "similar" | null {
  const pairs = mine.flatMap((one) => others.map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => one === other)) return "same";
  return pairs.some(([one, other]) => isPart(one, other) || similarity(one, other) >= leastSimilarity)
    ? "similar"
    : null;
}

const isPart = (one: string, other: string) =>
  Math.min(one.length, other.length) >= leastShared && (one.includes(other) || other.includes(one));

/** Share of pairs of neighbouring characters that two names have in common, 0–1. */
function similarity(one: string, other: string): number {
  const [mine, others] = [pairsOf(one), pairsOf(other)];
  const shared = [...mine].filter((pair) => others.has(pair)).length;
  const all = mine.size + others.size;
  return all === 0 ? 0 : (2 * shared) / all;
}

const pairsOf = (name: string) =>
  new Set([...name].slice(1).map((character, index) => `${[...name][index]}${character}`));

/** The sides as one text, in no order. */
function partiesOf({ parties }: AgreementContent): string {
  return [...new Set(parties.map(sideOf))].sort().join("|");
}

function sideOf({ organization, newOrganization, nameInTitle }: PartyContent): string {
  return organization ?? plainName(newOrganization?.name ?? nameInTitle);
}

const allNames = ({ name, shortName, aliases }: OrganizationContent) =>
  [name, shortName, ...aliases].map(plainName);

const coreName = (name: string) => plainName(name).replace(/股份|有限|责任|公司|集团|总部/g, "");
