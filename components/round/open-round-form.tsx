"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { formatMonth } from "@/lib/format/date-words";
import { emptyFormState } from "@/lib/result";
import { openRoundAction } from "@/lib/round/round-actions";

type Props = {
  /** Months without a round, newest first. */
  months: readonly string[];
  /** What stands in the form at first. */
  month: string;
  dueOn: string;
};

/** 开启一轮: a month, its deadline, and a word to everybody. */
export function OpenRoundForm({ months, month, dueOn }: Props) {
  const [state, submit, isPending] = useActionState(openRoundAction, emptyFormState);
  const isSent = Object.keys(state.values).length > 0;
  const period = isSent ? keptText(state, "period") : month.slice(0, 7);
  return (
    <form action={submit} noValidate className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <Select
        key={period}
        name="period"
        label="填报月份"
        defaultValue={period}
        error={state.fieldErrors.period}
        options={months.map((known) => ({ value: known.slice(0, 7), label: formatMonth(known) }))}
      />
      <TextInput
        name="dueOn"
        label="截止日"
        hint="当天仍可填报。例如 2016-09-10"
        defaultValue={isSent ? keptText(state, "dueOn") : dueOn}
        error={state.fieldErrors.dueOn}
      />
      <TextInput
        name="note"
        label="说明"
        hint="填报人看得到，例如 本月重点写清供电问题。"
        optional
        defaultValue={keptText(state, "note")}
        error={state.fieldErrors.note}
      />
      <Button type="submit" variant="go" busy={isPending}>
        开启调度
      </Button>
    </form>
  );
}
