import "server-only";
import { z } from "zod";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { discardDraft, writeForm } from "@/lib/draft/draft-commands";
import { changesTo, draftInput } from "@/lib/draft/draft-rules";
import { takeTheirs } from "@/lib/register-change/proposal-conflict-rules";
import { findProposal, type Proposal } from "@/lib/register-change/proposal-queries";
import {
  contentValues,
  overtakenBy,
  readProposal,
  shownValues,
} from "@/lib/register-change/proposal-reading-queries";
import { formSubjects, proposalForm, type WrittenProposal } from "@/lib/register-change/register-form-rules";
import { registerNoun } from "@/lib/register-change/register-noun-commands";
import { DomainError, fieldErrorsOf, type KeptValues } from "@/lib/result";

/** What a form of the register says of itself. */
export const proposalAddressSchema = z.object({ subject: z.enum(formSubjects), key: z.string().max(60) });

/** The same, as its form was sent. */
export function proposalAddress(sent: KeptValues): z.output<typeof proposalAddressSchema> {
  const address = proposalAddressSchema.safeParse(sent);
  if (!address.success) throw new DomainError("页面已过期，请从“登记”再打开。");
  return address.data;
}

/** Saving by itself does not settle what its author has not settled. */
const settlingIntents = ["check", "keep"];

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeProposal(viewer: Viewer, sent: KeptValues): Promise<WrittenProposal> {
  requirePermission(viewer, "register:write");
  const { subject, key } = proposalAddress(sent);
  const begunAt = Number(sent.baseVersion) || null;
  const proposal = await findProposal(viewer, { subject, key, begunAt });
  if (!proposal)
    throw new DomainError("找不到要改的这一项，可能已被撤回。请从“登记”里再打开；填的内容还在这一页上。");
  const settled = await settle(proposal, sent);
  const begun = { ...proposal, baseVersion: Number(settled.baseVersion) || null };
  const written = await writeForm(viewer, settled, {
    form: proposalForm(subject, key),
    check: (values) => errorsOf(proposal, values),
  });
  const overtaken = await overtakenBy(begun, written.values);
  const isReady = written.isReady && overtaken.overtaken.length === 0;
  // Rows are not moved beneath the hands of who goes on typing, nor of who has to choose.
  const staysInPlace = sent.intent === "save" || written.differences.length > 0;
  const values = staysInPlace ? written.values : shownValues(subject, written.values);
  return { ...written, ...overtaken, values, isReady, settled: settledIn(values, sent) };
}

/** Throws away what was typed into it. */
export async function discardProposal(viewer: Viewer, sent: KeptValues): Promise<void> {
  requirePermission(viewer, "register:write");
  const { subject, key } = proposalAddress(sent);
  await discardDraft(viewer, proposalForm(subject, key));
}

/** What the form does not show yet: theirs where the author took it, and rows without gaps. */
function settledIn(values: KeptValues, sent: KeptValues): Record<string, string> {
  const baseVersion = String(values.baseVersion ?? "");
  const isNewer = baseVersion !== String(sent.baseVersion ?? "");
  return { ...changesTo(values, draftInput(sent)), ...(isNewer && { baseVersion }) };
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
