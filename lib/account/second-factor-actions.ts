"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import {
  accountNameSchema,
  confirmSecondFactorSchema,
  offerSecondFactorSchema,
  turnOffSecondFactorSchema,
} from "./account-schema";
import * as factors from "./second-factor-commands";

export const offerSecondFactorAction = action(
  "offerSecondFactor",
  offerSecondFactorSchema,
  async (viewer, input) => {
    await factors.offerSecondFactor(viewer, input);
    revalidatePath(paths.staffAccount());
  },
);

/** The result is the recovery codes, to be shown once. */
export const confirmSecondFactorAction = action(
  "confirmSecondFactor",
  confirmSecondFactorSchema,
  async (viewer, input) => {
    const recoveryCodes = await factors.confirmSecondFactor(viewer, input);
    revalidatePath(paths.staffAccount());
    return { recoveryCodes };
  },
);

export const turnOffSecondFactorAction = action(
  "turnOffSecondFactor",
  turnOffSecondFactorSchema,
  async (viewer, input) => {
    await factors.turnOffSecondFactor(viewer, input);
    redirect(paths.staffAccount("second-factor-off"));
  },
);

export const resetSecondFactorAction = action(
  "resetSecondFactor",
  accountNameSchema,
  async (viewer, input) => {
    await factors.resetSecondFactor(viewer, input);
    redirect(paths.staffAccounts(input.name));
  },
);
