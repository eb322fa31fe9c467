"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/link-button";
import { handOverAction } from "@/lib/assignment/handover-actions";
import { paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";

type Props = {
  from: string;
  to: string;
  /** The assignments that the page lists. */
  seen: readonly number[];
  /** The list. */
  children: ReactNode;
};

/** The last step of a hand-over: everything in the list, at once. */
export function HandoverForm({ from, to, seen, children }: Props) {
  const [state, submit, isPending] = useActionState(handOverAction, emptyFormState);
  return (
    <form action={submit} className="stack">
      <ErrorSummary errors={formErrors({ ...state, fieldErrors: {} })} />
      <input type="hidden" name="from" value={from} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="seen" value={seen.join(",")} />
      {children}
      <div className="actions">
        <Button type="submit" variant="go" busy={isPending}>
          {`交接 ${seen.length} 个项目`}
        </Button>
        <LinkButton href={paths.staffHandover()}>重新选</LinkButton>
      </div>
    </form>
  );
}
