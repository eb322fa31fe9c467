"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { changeOwnPasswordAction } from "@/lib/account/account-actions";
import { emptyFormState } from "@/lib/result";

/** `name` is for password managers, which store the new password under it. */
export function PasswordForm({ name }: { name: string }) {
  const [state, submit, isPending] = useActionState(changeOwnPasswordAction, emptyFormState);
  const { fieldErrors } = state;
  return (
    <form action={submit} noValidate>
      <ErrorSummary errors={formErrors(state)} />
      <input name="username" autoComplete="username" defaultValue={name} hidden readOnly />
      <div className="stack">
        <TextInput
          name="currentPassword"
          type="password"
          label="当前密码"
          autoComplete="current-password"
          required
          error={fieldErrors.currentPassword}
        />
        <TextInput
          name="newPassword"
          type="password"
          label="新密码"
          hint="至少 12 个字符，大写字母、小写字母、数字、符号中至少三种，不含用户名和常用词。"
          autoComplete="new-password"
          required
          error={fieldErrors.newPassword}
        />
        <TextInput
          name="repeatedPassword"
          type="password"
          label="再输一遍新密码"
          autoComplete="new-password"
          required
          error={fieldErrors.repeatedPassword}
        />
        <Button type="submit" variant="go" busy={isPending}>
          修改密码
        </Button>
      </div>
    </form>
  );
}
