"use client";

import { type ReactNode, useActionState } from "react";
import type { FormAction } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";
import { Button } from "./button";
import type { ButtonLook } from "./button-look";

type Props<Result> = ButtonLook & {
  action: FormAction<Result>;
  /** What the action needs to know. */
  fields?: Record<string, string>;
  children: ReactNode;
};

/** A form that is one button; also works without JavaScript. What the action refuses is said below it. */
export function ActionButton<Result>({ action, fields = {}, children, ...look }: Props<Result>) {
  const [state, submit, isPending] = useActionState(action, emptyFormState);
  return (
    <form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button {...look} type="submit" busy={isPending}>
        {children}
      </Button>
      {state.message && (
        <p className="small" role="alert">
          {state.message}
        </p>
      )}
    </form>
  );
}
