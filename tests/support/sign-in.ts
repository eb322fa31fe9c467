import { type OpenedSession, type Origin, signIn } from "@/lib/account/sign-in-commands";

const unknown: Origin = { address: null, userAgent: null };

/** The session that name and password open, of an account that asks for nothing more. */
export async function openSession(
  name: string,
  password: string,
  origin: Origin = unknown,
): Promise<OpenedSession> {
  const signedIn = await signIn({ name, password }, origin);
  if ("secondStep" in signedIn) throw new Error(`${name} is asked for a code`);
  return signedIn.session;
}
