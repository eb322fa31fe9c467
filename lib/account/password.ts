import "server-only";
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { oneTimePassword, oneTimePasswordBytes } from "./one-time-password";

// OWASP's first choice for argon2id (the library's default algorithm).
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of random bytes that nobody knows, at the same cost: an unknown name takes as long as a wrong password. */
const hashOfNothing =
  "$argon2id$v=19$m=19456,t=2,p=1$B1gjuiDbuS6wmD2okhUxtA$S50lWl40wq72yWUt2NSI/Aiw/WQbaUXrh51odjJIwDQ";

/** What is stored of a password: its argon2id hash with a salt of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), cost);
}

/** Whether it is the password; takes its time, also for an account that does not exist (null). */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const fits = await verify(passwordHash ?? hashOfNothing, password.normalize("NFC"));
  return fits && passwordHash !== null;
}

/** A fresh one-time password: shown once, changed at first use. */
export function newOneTimePassword(): string {
  return oneTimePassword(randomBytes(oneTimePasswordBytes));
}
