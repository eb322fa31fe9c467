import "server-only";
import {
  type OpenedForm,
  openedForm,
  type StoredDraft,
  takeField,
  untouchedForm,
} from "@/lib/draft/draft-rules";
import { numberedValues } from "@/lib/register-change/project-row-rules";
import { theirChanges } from "@/lib/register-change/proposal-conflict-rules";
import type { Proposal } from "@/lib/register-change/proposal-queries";
import { type Grounds, groundsValues, readGrounds } from "@/lib/register-change/proposal-schema";
import { proposalFieldName, proposalValueName } from "@/lib/register-change/proposal-words";
import { changedFields, type RegisterContent } from "@/lib/register-change/register-change-rules";
import type { FormSubject, Overtaken, RegisterForm } from "@/lib/register-change/register-form-rules";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { namesIn, namesTyped } from "@/lib/register-change/register-names-queries";
import type { KeptValues } from "@/lib/result";

type ReadProposal = { content: RegisterContent; grounds: Grounds } | { errors: Record<string, string> };

/** Reads what was typed: what is proposed and on what grounds, or what is wrong with each field. */
export async function readProposal(proposal: Proposal, values: KeptValues): Promise<ReadProposal> {
  const { subject, thing, today } = proposal;
  const isNew = thing === null;
  const read = formOf(subject).read(values, await namesTyped(values));
  const ground = readGrounds(values, { isNew, today });
  if ("content" in read && "grounds" in ground) {
    const isSame = thing !== null && isUnchanged(thing.content, read.content);
    return isSame
      ? { errors: { reason: nothingChanged } }
      : { content: read.content, grounds: ground.grounds };
  }
  return {
    errors: { ...("errors" in read ? read.errors : {}), ...("errors" in ground ? ground.errors : {}) },
  };
}

/** What the form shows when it is opened: what its author typed, else the returned change, else what stands. */
export async function openProposalForm(
  proposal: Proposal,
  parked: StoredDraft | null,
): Promise<{ opened: OpenedForm } & Overtaken> {
  const { subject, thing, returned, draft, baseVersion } = proposal;
  const shown = returned?.content ?? thing?.content ?? null;
  const stored =
    shown === null
      ? {}
      : { ...(await contentValues(subject, shown)), ...(returned && groundsValues(returned.grounds)) };
  const opened = openedForm(draft, parked) ?? untouchedForm(stored);
  const values = {
    ...shownValues(subject, opened.values),
    baseVersion: baseVersion === null ? "" : String(baseVersion),
  };
  return { opened: { ...opened, values }, ...(await overtakenBy(proposal, values)) };
}

/** What was typed as the form shows it: rows are numbered without those that were emptied, as its reading does. */
export function shownValues(subject: FormSubject, values: KeptValues): KeptValues {
  return subject === "project" ? numberedValues(values) : values;
}

/** What was published since the author began and differs from what they typed. */
export async function overtakenBy(
  { subject, thing, base, baseVersion }: Proposal,
  mine: KeptValues,
): Promise<Overtaken> {
  const currentVersion = thing?.version ?? null;
  if (!thing || baseVersion === thing.version) return { overtaken: [], currentVersion };
  const [theirs, began] = await Promise.all([
    contentValues(subject, thing.content),
    base && contentValues(subject, base),
  ]);
  const valueName = (field: string, value: string) => proposalValueName(subject, field, value);
  const changes = theirChanges({ mine, theirs, base: began }, valueName);
  const overtaken = changes.map(({ field, mine: typed, theirs: published, isMineChanged }) => ({
    input: takeField(field),
    name: proposalFieldName(subject, field),
    mine: { value: "mine", words: typed || "空" },
    other: { value: "theirs", words: published || "空" },
    takesMine: isMineChanged,
  }));
  return { overtaken, currentVersion };
}

/** A content as the form of its kind shows it. */
export async function contentValues(subject: FormSubject, content: RegisterContent): Promise<KeptValues> {
  return formOf(subject).values(content, await namesIn([content]));
}

const nothingChanged = "内容和登记的一样，没有要审核的变化。改了哪一项，再写为什么改。";

function isUnchanged(before: RegisterContent, content: RegisterContent): boolean {
  return changedFields(before, content).length === 0;
}

function formOf(subject: FormSubject): RegisterForm<RegisterContent> {
  const form = findRegisterForm(subject);
  if (!form) throw new Error(`there is no form for ${subject}`);
  return form;
}
