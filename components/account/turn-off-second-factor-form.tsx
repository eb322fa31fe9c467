"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { turnOffSecondFactorAction } from "@/lib/account/second-factor-actions";
import { emptyFormState } from "@/lib/result";
import { CodeInput } from "./code-input";

/** Asks for both, password and code, before the second factor goes. */
export function TurnOffSecondFactorForm() {
  const [state, submit, isPending] = useActionState(turnOffSecondFactorAction, emptyFormState);
  return (
    <form action={submit} noValidate>
      <div className="stack">
        <ErrorSummary errors={formErrors(state)} />
        <p>换手机：先关闭，再用新手机启用。</p>
        <TextInput
          name="ownPassword"
          type="password"
          label="当前密码"
          autoComplete="current-password"
          required
          error={state.fieldErrors.ownPassword}
        />
        <CodeInput error={state.fieldErrors.secondFactor} />
        <Button type="submit" busy={isPending}>
          关闭两步验证
        </Button>
      </div>
    </form>
  );
}
