"use client";

import { type ReactNode, useActionState, useRef, useState } from "react";
import { AttachmentField } from "@/components/attachment/attachment-field";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { UnitInput } from "@/components/ui/unit-input";
import type { Attachment } from "@/lib/attachment/attachment-dto";
import type { ActionState } from "@/lib/auth/action";
import { formatMonth } from "@/lib/format/date-words";
import { formatInstant } from "@/lib/format/shanghai-time";
import { writeReportAction } from "@/lib/progress/progress-actions";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import { readingField, type WrittenReport } from "@/lib/progress/report-form-rules";
import { mentionsConstruction } from "@/lib/progress/report-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import { emptyFormState, type KeptValues } from "@/lib/result";
import { QuantityInput, YuanInput } from "./amount-inputs";
import { ConditionFields, StageFields } from "./axis-fields";
import { DraftConflict } from "./draft-conflict";
import { fieldName } from "./field-texts";
import { MilestoneFields } from "./milestone-fields";
import { ProblemRows } from "./problem-rows";
import { UnchangedField } from "./unchanged-field";
import { useAutosave } from "./use-autosave";

const nothingSent: ActionState<WrittenReport> = emptyFormState;

type Props = {
  /** Heading and what stands beside the form. */
  heading: ReactNode;
  aside: ReactNode;
  code: string;
  stage: Stage;
  condition: Condition | null;
  /** Months one may report on, newest first. */
  periods: readonly string[];
  dueOn: string;
  commitments: readonly FormCommitment[];
  milestones: readonly FormMilestone[];
  attachments: readonly Attachment[];
  /** What stands in the form at first, `formId` included. */
  initial: { values: KeptValues; draftVersion: number | null; savedAt: string | null };
  /** What the reviewer wants changed, at its field. */
  returnedErrors: Record<string, string>;
  /** The number of the published report that this corrects; null: none. */
  corrects: number | null;
  /** Takes over the totals of the last report; null: there is none. */
  carryHref: string | null;
};

/** 填报进展. Works without JavaScript; with it the draft saves itself. */
export function ReportForm(props: Props) {
  const { code, stage, condition, commitments, milestones, initial, periods } = props;
  const [state, submit, isPending] = useActionState(writeReportAction, nothingSent);
  const form = useRef<HTMLFormElement>(null);
  const autosave = useAutosave(form, submit);

  const sent = Object.keys(state.values).length > 0 ? { ...initial, values: state.values } : initial;
  const { values, draftVersion, savedAt } = state.result ?? sent;
  // What was found stays until the next check: saving a draft finds nothing.
  const [found, setFound] = useState(props.returnedErrors);
  if (state.result?.isChecked && state.result.errors !== found) setFound(state.result.errors);
  const errors = { ...found, ...state.fieldErrors };
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  const speaksOfStart = ["startedOn", "startEvidence", "note"].some((name) => errors[name] || values[name]);
  const asksForStart =
    stage === "signed" &&
    (speaksOfStart || (!values.newStage && mentionsConstruction(text("summary").defaultValue)));
  const period = text("period");

  return (
    <>
      <ErrorSummary errors={formErrors({ ...state, fieldErrors: errors })} />
      {props.heading}
      <div className="aside form">
        <form ref={form} action={submit} onInput={autosave.schedule} onSubmit={autosave.cancel} noValidate>
          <input type="hidden" name="code" value={code} />
          <input type="hidden" name="correctsId" value={props.corrects ?? ""} />
          <input type="hidden" name="formId" value={String(values.formId ?? "")} />
          <input type="hidden" name="draftVersion" value={draftVersion ?? ""} />
          <div className="panel form-body">
            <div className="row between">
              <p className="small faint">{`没有标“选填”的都要填。截止 ${props.dueOn}。`}</p>
              <span className="save" role="status">
                {savedAt && (
                  <>
                    <Icon name="ok" />
                    {`已保存 ${formatInstant(new Date(savedAt)).slice(11)}`}
                  </>
                )}
              </span>
              {props.carryHref && (
                <LinkButton href={props.carryHref} size="sm" icon="copy">
                  沿用上期
                </LinkButton>
              )}
            </div>
            <DraftConflict
              differences={state.result?.differences ?? []}
              nameOf={(field) => fieldName(field, { commitments, milestones })}
            />
            {props.corrects !== null && (
              <Textarea
                {...text("correctionReason")}
                label="更正原因"
                hint="写原来错在哪里。公众会看到。"
                rows={2}
              />
            )}
            <Select
              key={period.defaultValue}
              {...period}
              label="填报月份"
              options={periods.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month) }))}
            />
            <UnchangedField {...text("unchanged")} />
            <StageFields stage={stage} text={text} />
            <ConditionFields condition={condition} text={text} />
            <div className="cols-2 gap-5 items-start">
              {commitments.map(({ ordinal, indicator, ...commitment }) => (
                <QuantityInput
                  key={ordinal}
                  {...text(readingField(ordinal))}
                  {...commitment}
                  label={`${indicator}，累计`}
                />
              ))}
              <UnitInput {...text("percent")} label="形象进度" unit="%" inputMode="numeric" optional />
              <YuanInput {...text("arrivedFunds")} label="累计到位资金" />
              <YuanInput {...text("completedInvestment")} label="累计完成投资" />
            </div>
            <Textarea {...text("summary")} label="本期进展" hint="写做成了什么，不写打算。公众会看到。" />
            {asksForStart && (
              <div className="check">
                <p>
                  <Icon name="warn" />
                  正文写到施工，阶段仍是签约。填开工日期，或说明原因。
                </p>
                <div className="cols-2 gap-4">
                  <TextInput {...text("startedOn")} label="开工日期" />
                  <TextInput {...text("note")} label="原因" />
                </div>
                <TextInput {...text("startEvidence")} label="开工的依据" hint="填了开工日期才要写" />
              </div>
            )}
            <Textarea {...text("nextSteps")} label="下一步" hint="公众看不到。" rows={2} optional />
            <ProblemRows values={values} errors={errors} />
            <MilestoneFields milestones={milestones} text={text} />
            <AttachmentField code={code} corrects={props.corrects} attachments={props.attachments} />
          </div>
          <div className="actions">
            <Button type="submit" name="intent" value="check" variant="go" busy={isPending}>
              检查并提交
            </Button>
            <Button type="submit" name="intent" value="save">
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
