import "server-only";
import { forbidden, redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { Forbidden, NotSignedIn, PasswordChangeDue, SecondFactorDue } from "./viewer";

/**
 * Where Next takes whoever may not: to sign in and back to the path, to their own account, or to 403. Rethrows the rest.
 * `isKept`: what they sent waits for them.
 */
export function answerRefusal(error: unknown, path: string | undefined, { isKept = false } = {}): never {
  if (error instanceof NotSignedIn) redirect(paths.signIn(path, isKept));
  if (error instanceof PasswordChangeDue || error instanceof SecondFactorDue) redirect(paths.staffAccount());
  if (error instanceof Forbidden) forbidden();
  throw error;
}
