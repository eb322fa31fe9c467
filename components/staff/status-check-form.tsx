"use client";

import { type FormEvent, type ReactNode, startTransition, useActionState, useRef } from "react";
import { DraftConflict, type FieldWords } from "@/components/draft/draft-conflict";
import { DraftForm } from "@/components/draft/draft-form";
import type { DraftPage } from "@/components/draft/draft-keeper";
import { DraftMarks, DraftNotices } from "@/components/draft/draft-parts";
import { pressedButton } from "@/components/draft/pressed-button";
import { SaveProblem } from "@/components/draft/save-mark";
import { useDraft } from "@/components/draft/use-draft";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import type { ActionState } from "@/lib/auth/action";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { paths } from "@/lib/paths";
import { emptyFormState, keptValues } from "@/lib/result";
import { discardCheckDraftAction, submitStatusCheckAction } from "@/lib/status-check/status-check-actions";
import { checkFieldNames, valueName } from "./field-texts";
import { StatusCheckFields } from "./status-check-fields";

const nothingSent: ActionState<WrittenForm> = emptyFormState;
const words: FieldWords = { nameOf: (field) => checkFieldNames[field] ?? field, wordsOf: valueName };
const noMoreRoom = () => {};

type Props = {
  code: string;
  requestId: string;
  /** Known units, to choose from while typing; a new name makes a new one. */
  units: readonly string[];
  /** The responsible unit now; null: none. */
  unit: string | null;
  draft: DraftPage;
  returned: { id: number; version: number; errors: Record<string, string> } | null;
  heading: ReactNode;
  aside: ReactNode;
};

/** 现状核实: six interactions at most. */
export function StatusCheckForm({ code, requestId, units, unit, draft, returned, heading, aside }: Props) {
  const [state, submit, isPending] = useActionState(submitStatusCheckAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const { view, keeper } = useDraft({ form, page: draft, makeRoom: noMoreRoom });

  const isSent = Object.keys(state.values).length > 0;
  const { values } = isSent ? state : (state.result ?? draft.opened);
  const errors = isSent ? state.fieldErrors : (returned?.errors ?? {});
  const isSaved = view.save.kind === "rest" || view.save.kind === "saving";
  // Another window may have stored something else meanwhile; said by the server when it is handed in.
  const conflicts = view.conflicts.length > 0 ? view.conflicts : (state.result?.differences ?? []);

  /** Sent by hand, as a form that React sends forgets what is typed until the answer is there. */
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    const found = keeper.current;
    if (!found) return;
    event.preventDefault();
    const intent = pressedButton(event)?.value ?? "next";
    if (intent === "choose") return found.settleConflicts(keptValues(new FormData(event.currentTarget)));
    const saved = await found.saver.save();
    if (saved.kind === "written" && !found.saver.isHeld) {
      startTransition(() => submit(found.data({ intent, turn: found.saver.nextTurn() })));
    }
  };

  return (
    <>
      <ErrorSummary errors={formErrors({ ...state, fieldErrors: errors })} />
      <div className="row between mb-4 mt-1">
        <div>{heading}</div>
        <DraftMarks
          view={view}
          keeper={keeper}
          discarding={{
            action: discardCheckDraftAction,
            fields: { code },
            page: paths.staffStatusCheck(code),
          }}
          isReturned={returned !== null}
        />
      </div>
      <div className="stack mb-4 empty:hidden">
        <DraftNotices view={view} keeper={keeper} words={words} />
      </div>
      <div className="aside form">
        <DraftForm
          form={form}
          action={submit}
          keeper={keeper}
          view={view}
          page={draft}
          address={{ code }}
          onSubmit={onSubmit}
          onEnter={{ intent: "next", label: "提交，核实下一个" }}
          className="group/check"
        >
          <input type="hidden" name="requestId" value={requestId} />
          {returned && <input type="hidden" name="returnedId" value={returned.id} />}
          {returned && <input type="hidden" name="returnedVersion" value={returned.version} />}
          <div className="panel form-body">
            <DraftConflict differences={conflicts} words={words} />
            <StatusCheckFields values={values} errors={errors} units={units} unit={unit} />
          </div>
          <div className="actions">
            <Button type="submit" name="intent" value="next" variant="go" busy={isPending}>
              提交，核实下一个
            </Button>
            <Button type="submit" name="intent" value="done">
              提交
            </Button>
            <SaveProblem view={view} />
            {isSaved && <span className="small faint">选情况、日期、单位、依据，写名称，提交：6 步</span>}
          </div>
        </DraftForm>
        {aside}
      </div>
    </>
  );
}
