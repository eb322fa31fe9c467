"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Choice } from "@/components/ui/choice";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { TextInput } from "@/components/ui/text-input";
import { emptyFormState, type KeptValues } from "@/lib/result";
import { submitStatusCheckAction } from "@/lib/status-check/status-check-actions";
import { evidenceKinds, statusAnswers } from "@/lib/status-check/status-check-rules";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { statusAnswerNoteText, statusAnswerText } from "@/lib/text/status-check-text";

type Props = {
  code: string;
  requestId: string;
  /** Known units, to choose from while typing; a new name makes a new one. */
  units: readonly string[];
  /** The responsible unit now; null: none. */
  unit: string | null;
  initial: KeptValues;
  returned: { id: number; version: number; errors: Record<string, string> } | null;
  heading: ReactNode;
  aside: ReactNode;
};

/** 现状核实: six interactions at most. */
export function StatusCheckForm({ code, requestId, units, unit, initial, returned, heading, aside }: Props) {
  const [state, submit, isPending] = useActionState(submitStatusCheckAction, emptyFormState);
  const isSent = Object.keys(state.values).length > 0;
  const values = isSent ? state.values : initial;
  const errors = isSent ? state.fieldErrors : (returned?.errors ?? {});
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  return (
    <>
      <ErrorSummary errors={formErrors({ ...state, fieldErrors: errors })} />
      {heading}
      <div className="aside form">
        <form action={submit} noValidate className="group/check">
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="requestId" value={requestId} />
          {returned && <input type="hidden" name="returnedId" value={returned.id} />}
          {returned && <input type="hidden" name="returnedVersion" value={returned.version} />}
          <div className="panel form-body">
            <Choice
              {...text("answer")}
              label="现在是什么情况"
              layout="ways"
              options={statusAnswers.map((value) => ({
                value,
                label: statusAnswerText[value],
                note: statusAnswerNoteText[value],
              }))}
            />
            <div className="hidden group-has-[input[value=terminated]:checked]/check:block">
              <TextInput {...text("reason")} label="终止的原因" />
            </div>
            <div className="cols-2 gap-5 items-start">
              <TextInput
                {...text("on")}
                label="日期"
                hint="只知道年份，就填 2016 年。"
                placeholder="2016-03-01、2016-03 或 2016 年"
              />
              <TextInput
                {...text("unit")}
                label="责任单位"
                hint={`现在${unit ?? "未指定"}。可以选已有的，也可以写新的；由审核员指定。`}
                list="units"
                optional
              />
              <datalist id="units">
                {units.map((name) => (
                  <option key={name} value={name} />
                ))}
              </datalist>
            </div>
            <Choice
              {...text("evidenceKind")}
              label="依据是什么"
              options={evidenceKinds.map((value) => ({ value, label: evidenceKindText[value] }))}
            />
            <TextInput {...text("evidence")} label="依据名称和日期" hint="公众会看到，不写人名和电话。" />
          </div>
          <div className="actions">
            <Button type="submit" name="intent" value="next" variant="go" busy={isPending}>
              提交，核实下一个
            </Button>
            <Button type="submit" name="intent" value="done">
              提交
            </Button>
            <span className="small faint">选情况、日期、单位、依据，写名称，提交：6 步</span>
          </div>
        </form>
        {aside}
      </div>
    </>
  );
}
