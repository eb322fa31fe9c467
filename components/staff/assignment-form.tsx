"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { assignUnitAction } from "@/lib/assignment/assignment-actions";
import type { AssignmentFormDto } from "@/lib/assignment/assignment-queries";
import { emptyFormState } from "@/lib/result";

type Props = { form: AssignmentFormDto; heading: ReactNode };

/** 指定责任单位: a unit, known or new, and perhaps a person. */
export function AssignmentForm({ form: { project, open, units, staff }, heading }: Props) {
  const [state, submit, isPending] = useActionState(assignUnitAction, emptyFormState);
  const isSent = Object.keys(state.values).length > 0;
  const person = isSent ? keptText(state, "person") : (open?.person ?? "");
  return (
    <>
      <ErrorSummary errors={formErrors(state)} />
      {heading}
      <form action={submit} noValidate className="panel max-w-xl">
        <input type="hidden" name="code" value={project.code} />
        <input type="hidden" name="replaces" value={open?.id ?? ""} />
        <div className="stack">
          <TextInput
            name="unit"
            label="责任单位"
            hint="选已有的，或写新的。公众看得到单位，看不到人。"
            list="units"
            defaultValue={isSent ? keptText(state, "unit") : (open?.unit ?? "")}
            error={state.fieldErrors.unit}
          />
          <datalist id="units">
            {units.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <Select
            key={person}
            name="person"
            label="责任人"
            hint="指定后，只有他能填报这个项目。"
            optional
            defaultValue={person}
            error={state.fieldErrors.person}
            options={[
              { value: "", label: "不指定，招商专员都能填" },
              ...staff.map(({ name, displayName }) => ({ value: name, label: `${displayName}（${name}）` })),
            ]}
          />
          <div className="row">
            <Button type="submit" variant="go" busy={isPending}>
              指定责任单位
            </Button>
          </div>
        </div>
      </form>
    </>
  );
}
