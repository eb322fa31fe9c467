"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { action, publicAction } from "@/lib/auth/action";
import { getSessionRemainingMs } from "@/lib/auth/current-viewer";
import { landing } from "@/lib/auth/landing";
import { nextPath } from "@/lib/auth/next-path";
import { openSecondStep, sealSecondStep } from "@/lib/auth/second-step";
import { sealSessionId, sessionCookieOptions } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { paths } from "@/lib/paths";
import * as accounts from "./account-commands";
import {
  accountNameSchema,
  changeOwnPasswordSchema,
  createAccountSchema,
  grantRoleSchema,
  sessionIdSchema,
  signInSchema,
} from "./account-schema";
import { changeOwnPassword } from "./password-commands";
import * as sessions from "./session-commands";
import { signIn, signInWithCode } from "./sign-in-commands";

const nothing = z.object({});

/** The result is given where the account also asks for a code: what to send back with it. */
export const signInAction = publicAction("signIn", signInSchema, async (origin, input) => {
  const signedIn =
    input.step === "password"
      ? await signIn(input, origin)
      : { session: await signInWithCode(await openSecondStep(input.pending), input.secondFactor, origin) };
  if ("secondStep" in signedIn) return { pending: await sealSecondStep(signedIn.secondStep) };
  const { sessionId, expiresAt, role, mustChangePassword } = signedIn.session;
  const value = await sealSessionId(sessionId, expiresAt);
  (await cookies()).set(sessionCookieName, value, { ...sessionCookieOptions, expires: expiresAt });
  redirect(mustChangePassword ? paths.staffAccount() : (nextPath(input.next) ?? landing[role]));
});

export const signOutAction = action("signOut", nothing, async (viewer) => {
  await sessions.signOut(viewer);
  (await cookies()).set(sessionCookieName, "", { ...sessionCookieOptions, maxAge: 0 });
  redirect(paths.home());
});

/** Being asked is a use already; returns how long the session lasts from now. */
export const keepSessionAction = action("keepSession", nothing, () => getSessionRemainingMs());

export const changeOwnPasswordAction = action(
  "changeOwnPassword",
  changeOwnPasswordSchema,
  async (viewer, input) => {
    await changeOwnPassword(viewer, input);
    redirect(paths.staffAccount("password"));
  },
);

export const endOwnSessionAction = action("endOwnSession", sessionIdSchema, async (viewer, input) => {
  await sessions.endOwnSession(viewer, input);
  redirect(paths.staffAccount("session"));
});

export const endOtherSessionsAction = action("endOtherSessions", nothing, async (viewer) => {
  await sessions.endOtherSessions(viewer);
  redirect(paths.staffAccount("other-sessions"));
});

/** The result is the one-time password, to be shown once. */
export const createAccountAction = action("createAccount", createAccountSchema, async (viewer, input) => {
  const made = await accounts.createAccount(viewer, input);
  revalidatePath(paths.staffAccounts());
  return made;
});

/** The result is the one-time password, to be shown once. */
export const resetPasswordAction = action("resetPassword", accountNameSchema, async (viewer, input) => {
  const reset = await accounts.resetPassword(viewer, input);
  revalidatePath(paths.staffAccounts());
  return reset;
});

export const disableAccountAction = action("disableAccount", accountNameSchema, async (viewer, input) => {
  await accounts.disableAccount(viewer, input);
  redirect(paths.staffAccounts(input.name));
});

export const enableAccountAction = action("enableAccount", accountNameSchema, async (viewer, input) => {
  await accounts.enableAccount(viewer, input);
  redirect(paths.staffAccounts(input.name));
});

export const grantRoleAction = action("grantRole", grantRoleSchema, async (viewer, input) => {
  await accounts.grantRole(viewer, input);
  redirect(paths.staffAccounts(input.name));
});

export const endSessionsOfAction = action("endSessionsOf", accountNameSchema, async (viewer, input) => {
  await sessions.endSessionsOf(viewer, input);
  redirect(paths.staffAccounts(input.name));
});
