"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { action } from "@/lib/auth/action";
import { keptValuesSchema } from "@/lib/format/kept-values-schema";
import { paths } from "@/lib/paths";
import { decisionSchema, tickedSchema, withdrawalSchema } from "@/lib/project/review-schema";
import { DomainError, InputRefused } from "@/lib/result";
import { discardStatusCheck, writeStatusCheck } from "@/lib/status-check/check-writing-commands";
import * as review from "@/lib/status-check/review-commands";
import { submitStatusCheck } from "@/lib/status-check/status-check-commands";
import { findNextUnverified } from "@/lib/status-check/status-check-queries";
import { readCheck, readCheckEnvelope } from "@/lib/status-check/status-check-schema";

/** Keeps a check, hands it in and goes on: to the next project without a record, or back to the tasks. */
export const submitStatusCheckAction = action(
  "submitStatusCheck",
  keptValuesSchema,
  async (viewer, values) => {
    const envelope = readCheckEnvelope(values);
    if (!envelope) throw new DomainError("页面已过期，请刷新后再填。");
    const written = await writeStatusCheck(viewer, values);
    if (written.differences.length > 0) return written;
    const read = readCheck(written.values);
    if ("errors" in read) throw new InputRefused(read.errors);
    const draftVersion = written.draftVersion ?? undefined;
    const { code } = await submitStatusCheck(viewer, { ...envelope, check: read.check, draftVersion });
    const next = values.intent === "next" ? await findNextUnverified(viewer, code) : null;
    redirect(next ? paths.staffStatusCheck(next, "checked") : paths.staff("checked"));
  },
);

/** Throws away what was typed, and opens the page anew. Of a page without JavaScript. */
export const discardCheckDraftAction = action(
  "discardCheckDraft",
  z.object({ code: z.string() }),
  async (viewer, { code }) => {
    await discardStatusCheck(viewer, { code });
    redirect(paths.staffStatusCheck(code));
  },
);

export const reviewStatusCheckAction = action(
  "reviewStatusCheck",
  decisionSchema({ assignsUnit: tickedSchema }),
  async (viewer, decision) => {
    if (decision.decision === "publish") await review.publishStatusCheck(viewer, decision);
    else await review.returnStatusCheck(viewer, decision);
    redirect(paths.staffReview(decision.decision === "publish" ? "published" : "returned"));
  },
);

export const withdrawStatusCheckAction = action(
  "withdrawStatusCheck",
  withdrawalSchema,
  async (viewer, withdrawal) => {
    await review.withdrawStatusCheck(viewer, withdrawal);
    redirect(paths.staffReview("withdrawn"));
  },
);
