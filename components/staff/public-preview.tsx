import { StageTag } from "@/components/project/stage-tag";
import { KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import type { FormCommitment, FormMilestone } from "@/lib/progress/progress-queries";
import type { ReportContentDto } from "@/lib/progress/report-content";
import type { Stage } from "@/lib/project/project-rules";
import { conditionText } from "@/lib/text/condition-text";

type Props = {
  content: Pick<
    ReportContentDto,
    "period" | "summary" | "percent" | "newStage" | "stageOn" | "newCondition" | "readings" | "completions"
  >;
  stage: Stage;
  commitments: readonly FormCommitment[];
  milestones: readonly FormMilestone[];
};

/** What the public will read of a report once it is published. */
export function PublicPreview(props: Props) {
  return (
    <Panel id="public" title="公众会看到" note="发布以后，项目页上就是这些">
      <KeyValues items={publicItems(props)} />
    </Panel>
  );
}

function publicItems({ content, stage, commitments, milestones }: Props) {
  const { period, summary, percent, newStage, stageOn, newCondition, readings, completions } = content;
  return [
    { term: "月份", value: formatMonth(period) },
    { term: "本期进展", value: summary },
    {
      term: "阶段",
      value: (
        <>
          <StageTag stage={newStage ?? stage} />
          {stageOn && ` ${formatDateRange(stageOn)}`}
        </>
      ),
    },
    ...(newCondition ? [{ term: "状况", value: conditionText[newCondition] }] : []),
    ...(percent === null ? [] : [{ term: "形象进度", value: `${percent}%` }]),
    ...readings.map(({ ordinal, value }) => {
      const commitment = commitments.find((known) => known.ordinal === ordinal);
      return {
        term: commitment?.indicator ?? String(ordinal),
        value: `${formatNumber(value)} ${commitment?.unit}`,
      };
    }),
    ...completions.map(({ ordinal, actual }) => ({
      term: milestones.find((milestone) => milestone.ordinal === ordinal)?.title ?? String(ordinal),
      value: `${formatDateRange(actual)} 完成`,
    })),
  ];
}

/** What only staff and officials read of a report. */
export function InternalPreview({ content }: { content: ReportContentDto }) {
  const { arrivedFunds, completedInvestment, nextSteps, problems, conditionReason, note } = content;
  const money = (amount: string | null) => amount && formatMoney({ amount, currency: "CNY" });
  const items = [
    { term: "累计到位资金", value: money(arrivedFunds) },
    { term: "累计完成投资", value: money(completedInvestment) },
    { term: "状况变化的原因", value: conditionReason },
    { term: "仍是签约的原因", value: note },
    { term: "下一步", value: nextSteps },
    ...problems.map(({ text, department }, row) => ({
      term: `问题 ${row + 1}`,
      value: `${text}，需${department}协调`,
    })),
  ].filter(({ value }) => value !== null);
  return (
    <Panel id="internal" title="公众看不到" note="资金由审核员决定是否公开">
      {items.length > 0 ? <KeyValues items={items} width="wide" /> : <p className="faint">没有内部内容。</p>}
    </Panel>
  );
}
