import "server-only";
import { z } from "zod";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { writeForm } from "@/lib/draft/draft-commands";
import { choiceField } from "@/lib/draft/draft-rules";
import { isTake, takeTheirs } from "@/lib/register-change/proposal-conflict-rules";
import { findProposal, type Proposal } from "@/lib/register-change/proposal-queries";
import { contentValues, overtakenBy, readProposal } from "@/lib/register-change/proposal-reading-queries";
import { proposalFieldName, proposalValueName } from "@/lib/register-change/proposal-words";
import { formSubjects, proposalForm, type WrittenProposal } from "@/lib/register-change/register-form-rules";
import { registerNoun } from "@/lib/register-change/register-noun-commands";
import { DomainError, fieldErrorsOf, type KeptValues } from "@/lib/result";

/** What a form of the register says of itself. */
export const proposalAddressSchema = z.object({ subject: z.enum(formSubjects), key: z.string().max(60) });

const envelope = ["subject", "key"];
/** Saving by itself does not settle what its author has not settled. */
const settlingIntents = ["check", "keep"];

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeProposal(
  viewer: Viewer,
  address: z.output<typeof proposalAddressSchema>,
  sent: KeptValues,
): Promise<WrittenProposal> {
  requirePermission(viewer, "register:write");
  const { subject, key } = address;
  const begunAt = Number(sent.baseVersion) || null;
  const proposal = await findProposal(viewer, { subject, key, begunAt });
  if (!proposal)
    throw new DomainError("找不到要改的这一项，可能已被撤回。请从“登记”里再打开；填的内容还在这一页上。");
  const settled = await settle(proposal, sent);
  const begun = { ...proposal, baseVersion: Number(settled.baseVersion) || null };
  const written = await writeForm(viewer, settled, {
    form: proposalForm(subject, key),
    isLeftOut: (name) => envelope.includes(name) || isTake(name),
    check: (values) => errorsOf(proposal, values),
  });
  const overtaken = await overtakenBy(begun, written.values);
  const typed = written.differences.filter(({ field }) => field !== "baseVersion");
  const unsaved = typed.map(({ field, mine, stored }) => ({
    input: choiceField(field),
    name: proposalFieldName(subject, field),
    mine: { value: mine, words: proposalValueName(subject, field, mine) },
    other: { value: stored, words: proposalValueName(subject, field, stored) },
    takesMine: true,
  }));
  const isReady = written.isReady && overtaken.overtaken.length === 0;
  return { ...written, ...overtaken, unsaved, isReady, isAutosave: sent.intent === "save" };
}

/** Where the author chose between theirs and mine, theirs takes the place of mine and its version has been seen. */
async function settle({ subject, thing }: Proposal, sent: KeptValues): Promise<KeptValues> {
  const hasSeen = thing !== null && Number(sent.takeVersion) === thing.version;
  if (!hasSeen || !settlingIntents.includes(String(sent.intent))) return sent;
  const taken = takeTheirs(sent, await contentValues(subject, thing.content));
  return { ...taken, baseVersion: String(thing.version) };
}

async function errorsOf(proposal: Proposal, values: KeptValues): Promise<Record<string, string>> {
  const read = await readProposal(proposal, values);
  if ("errors" in read) return read.errors;
  const noun = registerNoun(proposal.subject);
  const before = proposal.thing?.content ?? null;
  return fieldErrorsOf(await db.$transaction((tx) => noun.refusals(tx, read.content, before)));
}
