import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { parkForm } from "@/lib/draft/parking-commands";
import { log } from "@/lib/log";
import { hearOwnWrites } from "@/lib/page-cache/own-writes";
import { DomainError, emptyFormState, type FormState, keptValues, refusal } from "@/lib/result";
import { otherAccountText, sessionEndedText } from "@/lib/text/account-text";
import { getViewer } from "./current-viewer";
import { actions, type GuardedAction, type PublicAction } from "./endpoints";
import { formInput, invalidInput } from "./form-input";
import { openKeeper } from "./form-keeper";
import { nextPath } from "./next-path";
import { answerRefusal } from "./refusal-answer";
import { recordRefusal } from "./refusal-record";
import { requestOrigin } from "./request-origin";
import { NotSignedIn, requirePermission, type Viewer } from "./viewer";

/** What a form shows after its action; `result` is what the action returned. */
export type ActionState<Result = void> = FormState & { result?: Result };

/** For `useActionState`, which also works without JavaScript. */
export type FormAction<Result = void> = (
  state: ActionState<Result>,
  form: FormData,
) => Promise<ActionState<Result>>;

type Origin = Awaited<ReturnType<typeof requestOrigin>>;

/**
 * A server action: who asks may do it (by its entry in `actions`), the form fits the schema, then `run`. What the
 * user can put right comes back as form state with all that was typed.
 */
export function action<Schema extends z.ZodType, Result>(
  name: GuardedAction,
  schema: Schema,
  run: (viewer: Viewer, input: z.output<Schema>) => Promise<Result>,
): FormAction<Result> {
  return async (_state, form) => {
    const viewer = await getViewer();
    try {
      requirePermission(viewer, actions[name]);
      if (await isOfAnother(viewer, form)) return keepForItsOwner(form);
      return await answer(schema, form, {
        run: (input) => run(viewer, input),
        noteRefusal: (error) => recordRefusal(viewer, name, error),
      });
    } catch (error) {
      unstable_rethrow(error);
      await recordRefusal(viewer, name, error);
      if (!(error instanceof NotSignedIn)) return fail(error, name);
      if (await isSentByScript()) return keepOnPage(form);
      return fail(error, name, { isKept: await park(form) });
    }
  };
}

/** An action for people who are not signed in. */
export function publicAction<Schema extends z.ZodType, Result>(
  name: PublicAction,
  schema: Schema,
  run: (origin: Origin, input: z.output<Schema>) => Promise<Result>,
): FormAction<Result> {
  return async (_state, form) => {
    const origin = await requestOrigin();
    try {
      return await answer(schema, form, { run: (input) => run(origin, input) });
    } catch (error) {
      unstable_rethrow(error);
      return fail(error, name);
    }
  };
}

type Answering<Input, Result> = {
  run: (input: Input) => Promise<Result>;
  noteRefusal?: (error: DomainError) => Promise<void>;
};

async function answer<Schema extends z.ZodType, Result>(
  schema: Schema,
  form: FormData,
  { run, noteRefusal }: Answering<z.output<Schema>, Result>,
): Promise<ActionState<Result>> {
  const input = schema.safeParse(formInput(form));
  if (!input.success) return invalidInput(input.error, form);
  try {
    return { ...emptyFormState, result: await run(input.data) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await noteRefusal?.(error);
    return refusal(error, form);
  } finally {
    await hearOwnWrites();
  }
}

/** A form that the browser itself sends leaves its page in any case. */
async function isSentByScript(): Promise<boolean> {
  return (await headers()).has("next-action");
}

/** Going to sign in would throw away what was typed, perhaps for longer than the session lasted. */
function keepOnPage(form: FormData): FormState {
  return refusal(new DomainError(sessionEndedText), form);
}

/** Leaving the page does throw it away: it waits for its author instead, who signs in next. */
async function park(form: FormData): Promise<boolean> {
  const keeper = await openKeeper(form.get("keeper"));
  return keeper !== null && (await parkForm(keeper, keptValues(form)));
}

/** Somebody else has signed in since the page was opened, in the same browser. */
async function isOfAnother(viewer: Viewer, form: FormData): Promise<boolean> {
  const keeper = await openKeeper(form.get("keeper"));
  return keeper !== null && keeper.accountId !== viewer.accountId;
}

async function keepForItsOwner(form: FormData): Promise<FormState> {
  await park(form);
  return { ...emptyFormState, message: otherAccountText };
}

/** The error itself is logged by `onRequestError` under the same request id; this says which action it was. */
async function fail(error: unknown, name: string, { isKept = false } = {}): Promise<never> {
  const sent = await headers();
  try {
    return answerRefusal(error, pageOf(sent.get("referer")), { isKept });
  } catch (unanswered) {
    unstable_rethrow(unanswered);
    log.error("An action failed", { action: name, requestId: sent.get("x-request-id") });
    throw unanswered;
  }
}

/** The page that the form was on. */
function pageOf(referer: string | null): string | undefined {
  if (!referer || !URL.canParse(referer)) return undefined;
  const { pathname, search } = new URL(referer);
  return nextPath(`${pathname}${search}`) ?? undefined;
}
