import "server-only";
import { db } from "@/lib/db";
import type { DiffRow } from "@/lib/format/field-diff";
import { type Duplicate, findDuplicates } from "@/lib/register-change/duplicate-queries";
import type { Proposal } from "@/lib/register-change/proposal-queries";
import { readProposal } from "@/lib/register-change/proposal-reading-queries";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { diffOf } from "@/lib/register-change/register-change-queries";
import { changesIdentity, titleOfContent } from "@/lib/register-change/register-change-rules";

/** What is handed in, as its author looks at it once more. */
export type CheckedProposal = {
  title: string;
  grounds: Grounds;
  /** Every field beside what is registered. */
  rows: DiffRow[];
  duplicates: Duplicate[];
  draftVersion: number;
};

/** Null: there is no draft, something in it is wrong, or somebody else's change was published meanwhile. */
export async function checkProposal(proposal: Proposal): Promise<CheckedProposal | null> {
  const { subject, thing, returned, draft, baseVersion } = proposal;
  if (!draft || (thing && thing.version !== baseVersion)) return null;
  const read = await readProposal(proposal, draft.input);
  if ("errors" in read) return null;
  const { content, grounds } = read;
  const before = thing?.content ?? null;
  const isKnownByOther = before === null || changesIdentity(before, content);
  const except = { thingId: thing?.id ?? null, changeId: returned?.id ?? null };
  const [rows, duplicates] = await Promise.all([
    diffOf(subject, before, content),
    isKnownByOther ? findDuplicates(db, subject, { content, except }) : [],
  ]);
  return {
    title: titleOfContent(content) || (thing?.title ?? ""),
    grounds,
    rows,
    duplicates,
    draftVersion: draft.version,
  };
}
