"use server";

import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import * as rounds from "@/lib/round/round-commands";
import { closingSchema, deadlineSchema, openingSchema, reopeningSchema } from "@/lib/round/round-schema";

export const openRoundAction = action("openRound", openingSchema, async (viewer, opening) => {
  await rounds.openRound(viewer, opening);
  redirect(paths.staffRound(opening.period, "opened"));
});

export const moveRoundDeadlineAction = action("moveRoundDeadline", deadlineSchema, async (viewer, order) => {
  await rounds.moveRoundDeadline(viewer, order);
  redirect(paths.staffRound(order.period, "moved"));
});

export const closeRoundAction = action("closeRound", closingSchema, async (viewer, order) => {
  await rounds.closeRound(viewer, order);
  redirect(paths.staffRound(order.period, "closed"));
});

export const reopenRoundAction = action("reopenRound", reopeningSchema, async (viewer, order) => {
  await rounds.reopenRound(viewer, order);
  redirect(paths.staffRound(order.period, "reopened"));
});
