"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { offerSecondFactorAction } from "@/lib/account/second-factor-actions";
import { emptyFormState } from "@/lib/result";

/** Asks for the password before a secret is shown. */
export function OfferSecondFactorForm() {
  const [state, submit, isPending] = useActionState(offerSecondFactorAction, emptyFormState);
  return (
    <form action={submit} noValidate>
      <div className="stack">
        <ErrorSummary errors={formErrors(state)} />
        <p>启用后，登录时除密码外，还要手机上验证器应用显示的 6 位数字。别人知道密码，也登录不了。</p>
        <TextInput
          name="ownPassword"
          type="password"
          label="当前密码"
          autoComplete="current-password"
          required
          error={state.fieldErrors.ownPassword}
        />
        <Button type="submit" busy={isPending}>
          开始启用
        </Button>
      </div>
    </form>
  );
}
