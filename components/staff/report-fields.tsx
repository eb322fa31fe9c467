import { Textarea } from "@/components/ui/textarea";
import { UnitInput } from "@/components/ui/unit-input";
import type { IsoDate } from "@/lib/format/calendar-day";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import { readingField } from "@/lib/progress/report-form-rules";
import type { Condition, Stage } from "@/lib/project/project-rules";
import type { KeptValues } from "@/lib/result";
import { QuantityInput, YuanInput } from "./amount-inputs";
import { ConditionFields, StageFields } from "./axis-fields";
import { MilestoneFields } from "./milestone-fields";
import { PeriodField } from "./period-field";
import { ProblemRows } from "./problem-rows";
import { SummaryFields } from "./summary-fields";
import { UnchangedField } from "./unchanged-field";

export type ReportFieldsProps = {
  stage: Stage;
  condition: Condition | null;
  /** Months one may report on, newest first. */
  periods: readonly string[];
  /** What stands against reporting on a month, by month. */
  monthNotes: Record<string, string>;
  commitments: readonly FormCommitment[];
  milestones: readonly FormMilestone[];
  today: IsoDate;
  values: KeptValues;
  errors: Record<string, string>;
  /** Of problems. */
  rowCount: number;
};

/** Everything that a report asks, in its order. */
export function ReportFields(props: ReportFieldsProps) {
  const { stage, condition, commitments, milestones, values, errors, today, rowCount } = props;
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  return (
    <>
      <PeriodField {...text("period")} periods={props.periods} notes={props.monthNotes} />
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
      <SummaryFields stage={stage} text={text} />
      <Textarea {...text("nextSteps")} label="下一步" hint="公众看不到。" rows={2} optional />
      <ProblemRows values={values} errors={errors} rowCount={rowCount} today={today} />
      <MilestoneFields milestones={milestones} text={text} />
    </>
  );
}
