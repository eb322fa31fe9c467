// Authenticator apps of the tests.
import { Secret, TOTP } from "otpauth";
import { confirmSecondFactor, offerSecondFactor } from "@/lib/account/second-factor-commands";
import { getOwnSecondFactor } from "@/lib/account/second-factor-queries";
import { readCode, type SecondStep, type TypedCode } from "@/lib/account/second-factor-rules";
import { signIn, signInWithCode } from "@/lib/account/sign-in-commands";
import { castPassword, viewerOf } from "./cast";

const stepMs = 30_000;

/** A moment at which the clock may stand: the codes of a step are good for that step. */
export const middleOfThisStep = (Math.floor(Date.now() / stepMs) + 0.5) * stepMs;

/** The moment so many steps later. */
export function stepsLater(steps: number): number {
  return middleOfThisStep + steps * stepMs;
}

let lastAddress = 0;
const elsewhere = () => ({ address: `10.3.0.${++lastAddress}`, userAgent: "test" });

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

/** What the right name and password lead to, of an account with a second factor. */
export async function secondStep(name: string, password = castPassword): Promise<SecondStep> {
  const signedIn = await signIn({ name, password }, elsewhere());
  if (!("secondStep" in signedIn)) throw new Error(`${name} is asked for no code`);
  return signedIn.secondStep;
}

/** Signs in with a code, from an address of its own. */
export function giveCode(step: SecondStep | null, code: string) {
  return signInWithCode(step, typedCode(code), elsewhere());
}

/** A code that fits no step near this one. */
export function wrongCode(secret: string): string {
  const near = [-1, 0, 1].map((steps) => appCode(secret, steps));
  return ["000000", "111111", "222222", "333333"].find((code) => !near.includes(code)) ?? "";
}
