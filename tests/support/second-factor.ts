// Authenticator apps of the tests.
import { Secret, TOTP } from "otpauth";
import { confirmSecondFactor, offerSecondFactor } from "@/lib/account/second-factor-commands";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import { readCode, type TypedCode } from "@/lib/account/second-factor-rules";
import { castPassword, viewerOf } from "./cast";

const stepMs = 30_000;

/** What an app shows for the secret that was typed into it, so many steps from now. */
export function appCode(secretText: string, steps = 0): string {
  const totp = new TOTP({ secret: Secret.fromBase32(secretText.replaceAll(" ", "")) });
  return totp.generate({ timestamp: Date.now() + steps * stepMs });
}

/** A code as the schemas hand it to commands. */
export function typedCode(text: string): TypedCode {
  const code = readCode(text);
  if (!code) throw new Error(`${text} is no code`);
  return code;
}

/** The secret that the account's own page shows. */
export async function offeredSecret(name: string): Promise<string> {
  const viewer = await viewerOf(name);
  await offerSecondFactor(viewer, { ownPassword: castPassword });
  const offered = await getOwnSecondFactor(viewer);
  if (offered.state !== "offered") throw new Error(`${name} was offered nothing`);
  return offered.text;
}

/** Turns the second factor of one of the cast on, with the code of the step before this one, so that the codes of
 *  this step and of the next can be used. */
export async function enrol(name: string): Promise<{ secret: string; recoveryCodes: string[] }> {
  const secret = await offeredSecret(name);
  const secondFactor = typedCode(appCode(secret, -1));
  return { secret, recoveryCodes: await confirmSecondFactor(await viewerOf(name), { secondFactor }) };
}
