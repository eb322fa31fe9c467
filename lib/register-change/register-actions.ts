"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import type { Viewer } from "@/lib/auth/viewer";
import { keptValuesSchema } from "@/lib/format/kept-values-schema";
import { textField } from "@/lib/format/lenient-schema";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { paths } from "@/lib/paths";
import { decisionSchema, tickedSchema, withdrawalSchema } from "@/lib/project/review-schema";
import { findProposal } from "@/lib/register-change/proposal-queries";
import { readProposal } from "@/lib/register-change/proposal-reading-queries";
import {
  discardProposal,
  proposalAddress,
  proposalAddressSchema,
  writeProposal,
} from "@/lib/register-change/proposal-writing-commands";
import { submitChange } from "@/lib/register-change/register-change-commands";
import { findChangeByRequest } from "@/lib/register-change/register-change-queries";
import { newKey, proposalForm } from "@/lib/register-change/register-form-rules";
import * as review from "@/lib/register-change/register-review-commands";
import { DomainError, InputRefused } from "@/lib/result";

const stale = "页面已过期，请回到登记页再检查一遍。";
const handingIn = proposalAddressSchema.extend({
  requestId: z.uuid(stale),
  draftVersion: rowNumberSchema,
  isDistinct: tickedSchema,
  duplicateReason: textField(300),
});

/** Saves what was typed; 检查并提交 also checks it and goes on to the check page. Of a page without JavaScript. */
export const writeProposalAction = action("writeProposal", keptValuesSchema, async (viewer, values) => {
  const written = await writeProposal(viewer, values);
  const { subject, key } = proposalAddress(values);
  if (written.isReady) redirect(paths.staffRegisterCheck(subject, key));
  return written;
});

export const discardProposalAction = action("discardProposal", keptValuesSchema, async (viewer, values) => {
  await discardProposal(viewer, values);
  const { subject, key } = proposalAddress(values);
  redirect(key === newKey ? paths.staffRegister({ subject }) : paths.staffRegisterItem(subject, key));
});

/** Hands in the draft that the check page showed. */
export const submitProposalAction = action("submitProposal", handingIn, async (viewer, input) => {
  const { subject, key, requestId, draftVersion, isDistinct } = input;
  const proposal = await findProposal(viewer, { subject, key });
  if (!proposal?.draft) redirect(await placeAfter(viewer, input));
  if (proposal.draft.version !== draftVersion) {
    throw new DomainError("草稿在别的窗口改过了。请回去修改，再检查一遍。");
  }
  const read = await readProposal(proposal, proposal.draft.input);
  if ("errors" in read) throw new InputRefused(read.errors);
  const { kind, reason, evidence } = read.grounds;
  const { id } = await submitChange(viewer, {
    subject,
    kind,
    key: proposal.thing?.key ?? null,
    baseVersion: proposal.baseVersion,
    content: read.content,
    reason,
    evidence,
    requestId,
    returned: proposal.returned,
    form: proposalForm(subject, key),
    draftVersion,
    duplicateReason: isDistinct ? input.duplicateReason : null,
  });
  redirect(paths.staffRegisterDone(id));
});

export const reviewChangeAction = action("reviewChange", decisionSchema({}), async (viewer, decision) => {
  if (decision.decision === "publish") await review.publishChange(viewer, decision);
  else await review.returnChange(viewer, decision);
  redirect(paths.staffReview(decision.decision === "publish" ? "published" : "returned"));
});

export const withdrawChangeAction = action("withdrawChange", withdrawalSchema, async (viewer, withdrawal) => {
  await review.withdrawChange(viewer, withdrawal);
  redirect(paths.staffReview("withdrawn"));
});

type Sent = z.output<typeof handingIn>;

/** Without a draft it was sent before, and became a change; or it was thrown away. */
async function placeAfter(viewer: Viewer, { subject, key, requestId }: Sent): Promise<string> {
  const id = await findChangeByRequest(viewer, requestId);
  return id === null ? paths.staffRegisterItem(subject, key) : paths.staffRegisterDone(id);
}
