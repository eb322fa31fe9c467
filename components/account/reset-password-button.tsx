"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { resetPasswordAction } from "@/lib/account/account-actions";
import type { OneTimePassword } from "@/lib/account/one-time-password";
import type { ActionState } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";
import { OneTimePasswordNote } from "./one-time-password-note";

/** Gives the account a one-time password and shows it. */
export function ResetPasswordButton({ name }: { name: string }) {
  const [state, submit, isPending] = useActionState<ActionState<OneTimePassword>, FormData>(
    resetPasswordAction,
    emptyFormState,
  );
  return (
    <form action={submit}>
      <input type="hidden" name="name" value={name} />
      <Button type="submit" size="sm" busy={isPending}>
        重置密码
        <span className="vh">{name}</span>
      </Button>
      {state.message && <p role="alert">{state.message}</p>}
      {state.result && <OneTimePasswordNote {...state.result} />}
    </form>
  );
}
