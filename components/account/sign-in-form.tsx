"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { signInAction } from "@/lib/account/account-actions";
import type { ActionState } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";
import { CodeStep } from "./code-step";
import { PasswordStep } from "./password-step";

type SignInState = ActionState<{ pending: string }>;

/** Name and password, then the code where the account asks for one; one form, which also works without JavaScript.
 *  `next`: where to go afterwards; null: where the role begins. */
export function SignInForm({ next }: { next: string | null }) {
  const [state, submit, isPending] = useActionState<SignInState, FormData>(signInAction, emptyFormState);
  const pending = pendingOf(state);
  return (
    <>
      <ErrorSummary errors={formErrors(state)} />
      <h1>登录</h1>
      <p className="soft">
        {pending ? "这个账号启用了两步验证，还要一个验证码。" : "工作人员和市领导使用。公开信息不用登录。"}
      </p>
      <form action={submit} noValidate className="panel">
        {next && <input type="hidden" name="next" value={next} />}
        {pending ? (
          <CodeStep
            pending={pending}
            restartHref={paths.signIn(next ?? undefined)}
            error={state.fieldErrors.secondFactor}
            isBusy={isPending}
          />
        ) : (
          <PasswordStep
            name={keptText(state, "name")}
            errors={{ name: state.fieldErrors.name, password: state.fieldErrors.password }}
            isBusy={isPending}
          />
        )}
      </form>
      <p className="small faint">
        {pending
          ? "恢复码也没有了，请安全保密管理员取消两步验证，再用密码登录。"
          : "忘记密码，请系统管理员重置，会得到一个一次性密码。"}
      </p>
    </>
  );
}

/** What goes back with the code; empty where name and password are asked for. */
function pendingOf(state: SignInState): string {
  if (state.result) return state.result.pending;
  return state.fieldErrors.secondFactor ? keptText(state, "pending") : "";
}
