"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { emptyFormState } from "@/lib/result";
import { closeRoundAction, moveRoundDeadlineAction, reopenRoundAction } from "@/lib/round/round-actions";

type Props = { period: string; version: number };

/** Moves the deadline, with a reason. */
export function MoveDeadlineForm({ period, version, dueOn }: Props & { dueOn: string }) {
  const [state, submit, isPending] = useActionState(moveRoundDeadlineAction, emptyFormState);
  const isSent = Object.keys(state.values).length > 0;
  return (
    <form action={submit} noValidate className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <Seen period={period} version={version} />
      <TextInput
        name="dueOn"
        label="新的截止日"
        defaultValue={isSent ? keptText(state, "dueOn") : dueOn}
        error={state.fieldErrors.dueOn}
      />
      <TextInput
        name="moveReason"
        label="调整的原因"
        defaultValue={keptText(state, "moveReason")}
        error={state.fieldErrors.moveReason}
      />
      <Button type="submit" busy={isPending}>
        调整截止日
      </Button>
    </form>
  );
}

/** Closes the round, with a reason. */
export function CloseRoundForm({ period, version }: Props) {
  const [state, submit, isPending] = useActionState(closeRoundAction, emptyFormState);
  return (
    <form action={submit} noValidate className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <Seen period={period} version={version} />
      <TextInput
        name="closeReason"
        label="关闭的原因"
        hint="关闭后不收这个月的新填报；退回的仍可修改重交。"
        defaultValue={keptText(state, "closeReason")}
        error={state.fieldErrors.closeReason}
      />
      <Button type="submit" busy={isPending}>
        关闭这一轮
      </Button>
    </form>
  );
}

/** Opens it again, with a reason. */
export function ReopenRoundForm({ period, version }: Props) {
  const [state, submit, isPending] = useActionState(reopenRoundAction, emptyFormState);
  return (
    <form action={submit} noValidate className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <Seen period={period} version={version} />
      <TextInput
        name="reopenReason"
        label="重新开放的原因"
        hint="会记在这一轮的记录里。"
        defaultValue={keptText(state, "reopenReason")}
        error={state.fieldErrors.reopenReason}
      />
      <Button type="submit" busy={isPending}>
        重新开放
      </Button>
    </form>
  );
}

function Seen({ period, version }: Props) {
  return (
    <>
      <input type="hidden" name="period" value={period.slice(0, 7)} />
      <input type="hidden" name="version" value={version} />
    </>
  );
}
