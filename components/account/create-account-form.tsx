"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { createAccountAction } from "@/lib/account/account-actions";
import { rolesAtCreation } from "@/lib/account/account-rules";
import type { OneTimePassword } from "@/lib/account/one-time-password";
import type { ActionState } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";
import { roleText } from "@/lib/text/role-text";
import { OneTimePasswordNote } from "./one-time-password-note";

const options = rolesAtCreation.map((role) => ({ value: role, label: roleText[role] }));

/** A new account for an official or for staff; answers with its one-time password. */
export function CreateAccountForm() {
  const [state, submit, isPending] = useActionState<ActionState<OneTimePassword>, FormData>(
    createAccountAction,
    emptyFormState,
  );
  const { fieldErrors, result } = state;
  return (
    <form action={submit} noValidate>
      <div className="stack">
        <ErrorSummary errors={formErrors(state)} />
        {result && <OneTimePasswordNote {...result} />}
        <TextInput
          name="name"
          label="用户名"
          hint="2–32 个小写字母、数字、_、. 或 -，以字母开头。"
          autoCapitalize="none"
          spellCheck={false}
          required
          defaultValue={keptText(state, "name")}
          error={fieldErrors.name}
        />
        <TextInput
          name="displayName"
          label="显示名称"
          required
          defaultValue={keptText(state, "displayName")}
          error={fieldErrors.displayName}
        />
        <Select
          name="role"
          label="角色"
          hint="其他角色由安全保密管理员授予。"
          options={options}
          defaultValue={keptText(state, "role") || "staff"}
          key={keptText(state, "role")}
          error={fieldErrors.role}
        />
        <Button type="submit" variant="go" busy={isPending}>
          新建账号
        </Button>
      </div>
    </form>
  );
}
