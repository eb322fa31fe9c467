"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { signInAction } from "@/lib/account/account-actions";
import { emptyFormState } from "@/lib/result";

/** `next`: where to go afterwards; null: where the role begins. */
export function SignInForm({ next }: { next: string | null }) {
  const [state, submit, isPending] = useActionState(signInAction, emptyFormState);
  return (
    <>
      <ErrorSummary errors={formErrors(state)} />
      <h1>登录</h1>
      <p className="soft">工作人员和市领导使用。公开信息不用登录。</p>
      <form action={submit} noValidate className="panel">
        {next && <input type="hidden" name="next" value={next} />}
        <div className="stack">
          <TextInput
            name="name"
            label="用户名"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={keptText(state, "name")}
            error={state.fieldErrors.name}
          />
          <TextInput
            name="password"
            type="password"
            label="密码"
            autoComplete="current-password"
            required
            error={state.fieldErrors.password}
          />
          <Button type="submit" variant="go" wide busy={isPending}>
            登录
          </Button>
        </div>
      </form>
      <p className="small faint">忘记密码，请系统管理员重置，会得到一个一次性密码。</p>
    </>
  );
}
