"use client";

import {
  type FormEvent,
  type ReactNode,
  useActionState,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { Contradictions } from "@/components/draft/contradictions";
import type { Discarding } from "@/components/draft/discard-draft";
import { DraftConflict, type FieldWords } from "@/components/draft/draft-conflict";
import { DraftForm } from "@/components/draft/draft-form";
import { type DraftPage, openedPage } from "@/components/draft/draft-keeper";
import { DraftMarks, DraftNotices } from "@/components/draft/draft-parts";
import { formValues } from "@/components/draft/form-values";
import { pressedButton } from "@/components/draft/pressed-button";
import { SaveProblem } from "@/components/draft/save-mark";
import { useDraft } from "@/components/draft/use-draft";
import { useFormCheck } from "@/components/draft/use-form-check";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import type { ActionState } from "@/lib/auth/action";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { paths } from "@/lib/paths";
import { proposalFieldName, proposalValueName } from "@/lib/register-change/proposal-words";
import { discardProposalAction, writeProposalAction } from "@/lib/register-change/register-actions";
import {
  type FormSubject,
  isProposal,
  newKey,
  type Overtaken,
  type WrittenProposal,
} from "@/lib/register-change/register-form-rules";
import { emptyFormState, type KeptValues, keptValues } from "@/lib/result";
import { GroundsFields } from "./grounds-fields";
import { growForm } from "./grow-form";
import { RegisterFields } from "./register-fields";

const nothingSent: ActionState<WrittenProposal> = emptyFormState;

type Props = {
  heading: ReactNode;
  /** What to know before typing. */
  notes: ReactNode;
  /** What stands beside the form. */
  aside: ReactNode;
  subject: FormSubject;
  /** The key in the address. */
  address: string;
  isNew: boolean;
  choices: RegisterNames;
  draft: DraftPage;
  overtaken: Overtaken;
  isReturned: boolean;
  /** What the reviewer wants changed, at its field. */
  returnedErrors: Record<string, string>;
};

/** Registers something, or changes it. Works without JavaScript; with it the draft saves itself. */
export function RegisterForm(props: Props) {
  const { subject, address: key, isNew, choices } = props;
  const [state, submit] = useActionState(writeProposalAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const page = useMemo(() => openedPage(props.draft, state), [props.draft, state]);

  const [values, setValues] = useState(page.opened.values);
  const makeRoom = useCallback((kept: KeptValues) => {
    // What was typed meanwhile is drawn with it, as some inputs are made anew by what stands in them.
    const typed = form.current ? formValues(form.current) : {};
    flushSync(() => setValues((drawn) => ({ ...drawn, ...typed, ...kept })));
  }, []);
  const { view, keeper } = useDraft({ form, page, makeRoom });
  const check = useFormCheck(
    { checked: paths.staffRegisterCheck(subject, key) },
    state.result?.isChecked ? state.result.errors : props.returnedErrors,
  );

  const isSaved = view.save.kind === "rest" || view.save.kind === "saving";
  const errors = check.attempt > 0 ? check.found : { ...check.found, ...state.fieldErrors };
  const answered = view.written && isProposal(view.written) ? view.written : state.result;
  const { overtaken, currentVersion } = answered ?? props.overtaken;
  const words: FieldWords = {
    nameOf: (field) => proposalFieldName(subject, field),
    wordsOf: (field, value) => proposalValueName(subject, field, value),
  };
  const address = { subject, key };
  const discarding: Discarding = {
    action: discardProposalAction,
    fields: address,
    page: key === newKey ? paths.staffRegister({ subject }) : paths.staffRegisterItem(subject, key),
  };
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };

  /** Without JavaScript, and before it runs, the form sends itself. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const draft = keeper.current;
    if (!draft) return;
    event.preventDefault();
    const button = pressedButton(event);
    if (button && button.name !== "intent") {
      return growForm(event.currentTarget, button, (grown) => draft.fillIn(grown));
    }
    const intent = button?.value ?? "check";
    if (intent === "choose") return draft.settleConflicts(keptValues(new FormData(event.currentTarget)));
    void check.send(draft.saver, intent);
  };

  return (
    <>
      <ErrorSummary
        key={check.attempt}
        errors={formErrors({
          ...state,
          message: check.attempt > 0 ? undefined : state.message,
          fieldErrors: errors,
        })}
      />
      <div className="row between mt-1 mb-4">
        <div>{props.heading}</div>
        <DraftMarks view={view} keeper={keeper} discarding={discarding} isReturned={props.isReturned} />
      </div>
      <div className="stack mb-4 empty:hidden">
        {props.notes}
        <DraftNotices view={view} keeper={keeper} words={words} />
      </div>
      <div className="aside form">
        <DraftForm
          form={form}
          action={submit}
          keeper={keeper}
          view={view}
          page={page}
          address={address}
          onSubmit={onSubmit}
          onEnter={{ intent: "check", label: "检查并提交" }}
        >
          <input type="hidden" name="baseVersion" value={String(values.baseVersion ?? "")} />
          {overtaken.length > 0 && <input type="hidden" name="takeVersion" value={currentVersion ?? ""} />}
          <div className="panel form-body">
            <p className="small faint">没有标“选填”的都要填。</p>
            <DraftConflict differences={view.conflicts} words={words} />
            <Contradictions
              lead="填写期间，这一项发布了另一份变更。逐项选要提交的，再检查。"
              otherName="刚发布的"
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
            <Button type="submit" name="intent" value="check" variant="go" busy={check.isSending}>
              检查并提交
            </Button>
            <Button type="submit" name="intent" value="keep">
              存草稿，稍后再填
            </Button>
            <SaveProblem view={view} />
            {isSaved && <span className="small faint">提交前可以再看一遍</span>}
          </div>
        </DraftForm>
        {props.aside}
      </div>
    </>
  );
}
