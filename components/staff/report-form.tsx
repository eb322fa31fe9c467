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
import { AttachmentField } from "@/components/attachment/attachment-field";
import { DraftConflict, type FieldWords } from "@/components/draft/draft-conflict";
import { DraftForm } from "@/components/draft/draft-form";
import { type DraftPage, openedPage } from "@/components/draft/draft-keeper";
import { DraftMarks, DraftNotices } from "@/components/draft/draft-parts";
import { pressedButton } from "@/components/draft/pressed-button";
import { SaveProblem } from "@/components/draft/save-mark";
import { useDraft } from "@/components/draft/use-draft";
import { useFormCheck } from "@/components/draft/use-form-check";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { Textarea } from "@/components/ui/textarea";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import type { ActionState } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import { discardReportDraftAction, writeReportAction } from "@/lib/progress/progress-actions";
import { problemRowCount, type WrittenReport, withoutEmptyRows } from "@/lib/progress/report-form-rules";
import { emptyFormState, type KeptValues, keptValues } from "@/lib/result";
import { fieldName, valueName } from "./field-texts";
import { ReportFields, type ReportFieldsProps } from "./report-fields";

const nothingSent: ActionState<WrittenReport> = emptyFormState;

type Props = Pick<
  ReportFieldsProps,
  "stage" | "condition" | "periods" | "monthNotes" | "commitments" | "milestones" | "today"
> & {
  heading: ReactNode;
  /** What to know before typing. */
  notes: ReactNode;
  /** What stands beside the form. */
  aside: ReactNode;
  code: string;
  /** The last day to hand it in; null: a correction has none. */
  dueOn: string | null;
  attachments: readonly Attachment[];
  draft: DraftPage;
  isReturned: boolean;
  /** What the reviewer wants changed, at its field. */
  returnedErrors: Record<string, string>;
  /** The number of the published report that this corrects; null: none. */
  corrects: number | null;
  /** What 沿用上期 fills in; null: there is nothing to take over. */
  carried: Record<string, string> | null;
};

/** 填报进展. Works without JavaScript; with it the draft saves itself. */
export function ReportForm(props: Props) {
  const { code, corrects, carried, commitments, milestones } = props;
  const [state, submit] = useActionState(writeReportAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const page = useMemo(() => openedPage(props.draft, state), [props.draft, state]);
  const { values } = page.opened;

  const [rowCount, setRowCount] = useState(problemRowCount(values) + 1);
  const makeRoom = useCallback((kept: KeptValues) => {
    flushSync(() => setRowCount((count) => Math.max(count, problemRowCount(withoutEmptyRows(kept)) + 1)));
  }, []);
  const { view, keeper } = useDraft({ form, page, makeRoom });
  const check = useFormCheck(
    { checked: paths.staffReportCheck(code, corrects), left: paths.staff("drafted") },
    state.result?.isChecked ? state.result.errors : props.returnedErrors,
  );
  const [carriedCount, setCarriedCount] = useState<number | null>(null);

  const isSaved = view.save.kind === "rest" || view.save.kind === "saving";
  const errors = check.attempt > 0 ? check.found : { ...check.found, ...state.fieldErrors };
  const words: FieldWords = {
    nameOf: (field) => fieldName(field, { commitments, milestones }),
    wordsOf: valueName,
  };
  const address = { code, correctsId: String(corrects ?? "") };

  const carry = () => {
    const empty = emptyFields(form.current, carried ?? {});
    keeper.current?.fillIn(empty);
    setCarriedCount(Object.keys(empty).length);
  };
  const addRow = () => {
    flushSync(() => setRowCount((count) => count + 1));
    document.getElementById(`problem-${rowCount}-category`)?.focus();
  };

  /** Without JavaScript, and before it runs, the form sends itself. */
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const draft = keeper.current;
    if (!draft) return;
    event.preventDefault();
    const intent = pressedButton(event)?.value ?? "check";
    if (intent === "carry") return carry();
    if (intent === "row") return addRow();
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
        <DraftMarks
          view={view}
          keeper={keeper}
          discarding={{
            action: discardReportDraftAction,
            fields: address,
            page: paths.staffReport(code, corrects),
          }}
          isReturned={props.isReturned}
          hasMore={props.attachments.some(({ isReturned }) => !isReturned)}
        />
      </div>
      <div className="stack mb-4 empty:hidden">
        {props.notes}
        <DraftNotices view={view} keeper={keeper} words={words} />
      </div>
      <div className="aside form">
        {props.aside}
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
          <div className="panel form-body">
            <div className="row between">
              <p className="small faint">{`没有标“选填”的都要填。${props.dueOn ? `截止 ${props.dueOn}。` : ""}`}</p>
              {carried && (
                <Button type="submit" name="intent" value="carry" size="sm" icon="copy">
                  沿用上期
                </Button>
              )}
            </div>
            {carriedCount !== null && (
              <p className="small soft" role="status">
                {carriedCount > 0
                  ? `已填入上期的 ${carriedCount} 项，请改成本期的。`
                  : "空着的项目里，没有上期填过的。"}
              </p>
            )}
            <DraftConflict differences={view.conflicts} words={words} />
            {corrects !== null && <CorrectionReason values={values} error={errors.correctionReason} />}
            <ReportFields {...props} values={values} errors={errors} rowCount={rowCount} />
            <AttachmentField code={code} corrects={corrects} attachments={props.attachments} />
          </div>
          <div className="actions">
            <Button type="submit" name="intent" value="check" variant="go" busy={check.isSending}>
              检查并提交
            </Button>
            <Button type="submit" name="intent" value="leave">
              存草稿，稍后再填
            </Button>
            <SaveProblem view={view} />
            {isSaved && <span className="small faint">提交前可以再看一遍</span>}
          </div>
        </DraftForm>
      </div>
    </>
  );
}

function CorrectionReason({ values, error }: { values: KeptValues; error?: string }) {
  return (
    <Textarea
      name="correctionReason"
      defaultValue={String(values.correctionReason ?? "")}
      error={error}
      label="更正原因"
      hint="写原来错在哪里。公众会看到。"
      rows={2}
    />
  );
}

/** Those of the values whose fields stand empty. */
function emptyFields(form: HTMLFormElement | null, values: Record<string, string>): Record<string, string> {
  const typed = form ? keptValues(new FormData(form)) : {};
  return Object.fromEntries(Object.entries(values).filter(([name]) => typed[name] === ""));
}
