"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { confirmSecondFactorAction } from "@/lib/account/second-factor-actions";
import type { ActionState } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";
import { CodeInput } from "./code-input";
import { RecoveryCodesNote } from "./recovery-codes-note";

type Confirmed = { recoveryCodes: string[] };

type Props = {
  state: "off" | "offered" | "on";
  /** The secret, while it is offered. */
  children: ReactNode;
};

/** Asks for the first code of the app that has the secret, and answers with the recovery codes. */
export function ConfirmSecondFactor({ state: factor, children }: Props) {
  const [state, submit, isPending] = useActionState<ActionState<Confirmed>, FormData>(
    confirmSecondFactorAction,
    emptyFormState,
  );
  if (factor === "on") return state.result && <RecoveryCodesNote codes={state.result.recoveryCodes} />;
  const errors = formErrors(state);
  return (
    <>
      <ErrorSummary errors={errors} />
      {factor === "offered" && (
        <>
          {children}
          <form action={submit} noValidate>
            <div className="stack">
              <CodeInput hint="应用里现在显示的 6 位数字。" error={state.fieldErrors.secondFactor} />
              <Button type="submit" variant="go" busy={isPending}>
                启用两步验证
              </Button>
            </div>
          </form>
        </>
      )}
    </>
  );
}
