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
import type { DraftPage } from "@/components/draft/draft-keeper";
import { DraftInputs, DraftMarks, DraftNotices } from "@/components/draft/draft-parts";
import { SaveProblem } from "@/components/draft/save-mark";
import { useDraft } from "@/components/draft/use-draft";
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
import { DraftConflict } from "./draft-conflict";
import { fieldName } from "./field-texts";
import { ReportFields, type ReportFieldsProps } from "./report-fields";
import { useReportCheck } from "./use-report-check";

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
  const check = useReportCheck(
    paths.staffReportCheck(code, corrects),
    state.result?.isChecked ? state.result.errors : props.returnedErrors,
  );
  const [carriedCount, setCarriedCount] = useState<number | null>(null);

  const isSaved = view.save.kind === "rest" || view.save.kind === "saving";
  const errors = check.attempt > 0 ? check.found : { ...check.found, ...state.fieldErrors };
  const nameOf = (field: string) => fieldName(field, { commitments, milestones });

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
    const intent = intentOf(event);
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
            fields: { code, correctsId: String(corrects ?? "") },
            page: paths.staffReport(code, corrects),
          }}
          isReturned={props.isReturned}
          hasMore={props.attachments.some(({ isReturned }) => !isReturned)}
        />
      </div>
      <div className="stack mb-4 empty:hidden">
        {props.notes}
        <DraftNotices view={view} keeper={keeper} nameOf={nameOf} />
      </div>
      <div className="aside form">
        {props.aside}
        <form
          ref={form}
          action={submit}
          onInput={() => keeper.current?.typed()}
          onSubmit={onSubmit}
          autoComplete="off"
          noValidate
        >
          {/* What Enter in a field does: the first button of a form answers it. */}
          <button type="submit" name="intent" value="check" hidden>
            检查并提交
          </button>
          <DraftInputs view={view} page={page} code={code} />
          <input type="hidden" name="correctsId" value={corrects ?? ""} />
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
            <DraftConflict key={view.conflicts.length} differences={view.conflicts} nameOf={nameOf}>
              <p>
                <Button type="submit" name="intent" value="choose" variant="go">
                  按所选保存
                </Button>
              </p>
            </DraftConflict>
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
        </form>
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

/** The form as the page opened it, or as it came back without JavaScript. */
function openedPage(draft: DraftPage, state: ActionState<WrittenReport>): DraftPage {
  if (state.result) return { ...draft, opened: state.result };
  const wasSent = Object.keys(state.values).length > 0;
  return wasSent ? { ...draft, opened: { ...draft.opened, values: state.values } } : draft;
}

/** Those of the values whose fields stand empty. */
function emptyFields(form: HTMLFormElement | null, values: Record<string, string>): Record<string, string> {
  const typed = form ? keptValues(new FormData(form)) : {};
  return Object.fromEntries(Object.entries(values).filter(([name]) => typed[name] === ""));
}

function intentOf({ nativeEvent }: FormEvent<HTMLFormElement>): string {
  const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  return button instanceof HTMLButtonElement ? button.value : "check";
}
