"use client";

import { type ReactNode, useActionState, useRef, useState } from "react";
import { useAutosave } from "@/components/staff/use-autosave";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import type { ActionState } from "@/lib/auth/action";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { formatInstant } from "@/lib/format/shanghai-time";
import { writeProposalAction } from "@/lib/register-change/register-actions";
import type { FormSubject, Overtaken, WrittenProposal } from "@/lib/register-change/register-form-rules";
import { emptyFormState, type KeptValues } from "@/lib/result";
import { Contradictions } from "./contradictions";
import { GroundsFields } from "./grounds-fields";
import { RegisterFields } from "./register-fields";

const nothingSent: ActionState<WrittenProposal> = emptyFormState;

type Props = {
  /** Heading and what stands beside the form. */
  heading: ReactNode;
  aside: ReactNode;
  subject: FormSubject;
  /** The key in the address. */
  address: string;
  isNew: boolean;
  choices: RegisterNames;
  /** What stands in the form at first, `formId` and `baseVersion` included. */
  initial: { values: KeptValues; draftVersion: number | null; savedAt: string | null } & Overtaken;
  /** What the reviewer wants changed, at its field. */
  returnedErrors: Record<string, string>;
};

/** Registers something, or changes it. Works without JavaScript; with it the draft saves itself. */
export function RegisterForm(props: Props) {
  const { subject, address, isNew, choices, initial } = props;
  const [state, submit, isPending] = useActionState(writeProposalAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(form, submit);

  const sent = Object.keys(state.values).length > 0 ? { ...initial, values: state.values } : initial;
  const { draftVersion, savedAt, overtaken, currentVersion } = state.result ?? sent;
  // What saved itself is in the inputs already: drawing them anew would take the focus away.
  const [values, setValues] = useState(sent.values);
  const drawn = state.result ? state.result.values : sent.values;
  if (!state.result?.isAutosave && drawn !== values) setValues(drawn);
  const unsaved = state.result?.unsaved ?? [];
  // What was found stays until the next check: saving a draft finds nothing.
  const [found, setFound] = useState(props.returnedErrors);
  if (state.result?.isChecked && state.result.errors !== found) setFound(state.result.errors);
  const errors = { ...found, ...state.fieldErrors };
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  // Saving by itself would settle what its author has yet to choose.
  const save = () => {
    if (unsaved.length === 0) autosave.schedule();
  };

  return (
    <>
      <ErrorSummary errors={formErrors({ ...state, fieldErrors: errors })} />
      {props.heading}
      <div className="aside form">
        <form ref={form} action={submit} onInput={save} onSubmit={autosave.cancel} noValidate>
          <input type="hidden" name="subject" value={subject} />
          <input type="hidden" name="key" value={address} />
          <input type="hidden" name="formId" value={String(values.formId ?? "")} />
          <input type="hidden" name="baseVersion" value={String(values.baseVersion ?? "")} />
          <input type="hidden" name="draftVersion" value={draftVersion ?? ""} />
          {overtaken.length > 0 && <input type="hidden" name="takeVersion" value={currentVersion ?? ""} />}
          <div className="panel form-body">
            <div className="row between">
              <p className="small faint">没有标“选填”的都要填。</p>
              <span className="save" role="status">
                {savedAt && (
                  <>
                    <Icon name="ok" />
                    {`已保存 ${formatInstant(new Date(savedAt)).slice(11)}`}
                  </>
                )}
              </span>
            </div>
            <Contradictions
              lead="这份草稿在别的窗口改过，还没有保存。逐项选要留的，再存一次。"
              otherLabel="已保存的"
              items={unsaved}
            />
            <Contradictions
              lead="填写期间，这一项发布了另一份变更。逐项选要提交的，再检查。"
              otherLabel="刚发布的"
              items={overtaken}
            />
            <RegisterFields
              subject={subject}
              text={text}
              values={values}
              errors={errors}
              choices={choices}
              isNew={isNew}
            />
            <GroundsFields text={text} isNew={isNew} onlyCorrects={subject === "standing"} />
          </div>
          <div className="actions">
            <Button type="submit" name="intent" value="check" variant="go" busy={isPending}>
              检查并提交
            </Button>
            <Button type="submit" name="intent" value="keep">
              存草稿，稍后再填
            </Button>
            <span className="small faint">提交前可以再看一遍</span>
          </div>
        </form>
        {props.aside}
      </div>
    </>
  );
}
