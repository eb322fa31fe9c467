import { EditorialSlip } from "@/components/progress/editorial-slip";
import { Missing } from "@/components/source/missing";
import { Gauge } from "@/components/ui/gauge";
import { KeyValues } from "@/components/ui/key-values";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { formatMonth } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import type { FormCommitment } from "@/lib/progress/progress-queries";
import type { ReportContentDto } from "@/lib/progress/report-content";

type Props = { last: ReportContentDto | null; commitments: readonly FormCommitment[] };

/** Beside the report form: what the last report said, and what was promised. */
export function ReportContext({ last, commitments }: Props) {
  return (
    <aside className="stack sticky" aria-label="上期与项目规模">
      <Panel
        id="last"
        title="上期填报"
        note={
          last && (
            <>
              {formatMonth(last.period)} <EditorialSlip state="published" />
            </>
          )
        }
      >
        {last ? <KeyValues items={lastItems(last, commitments)} /> : <Missing why="not_reported" />}
      </Panel>
      {commitments.some(({ target }) => target !== null) && (
        <Panel id="scale" title="项目规模" note="竖线是承诺值">
          <div className="stack text-xs">
            {commitments.map((commitment) => (
              <Promised key={commitment.ordinal} commitment={commitment} />
            ))}
          </div>
        </Panel>
      )}
      <Note>提交后由审核员核对。审核通过前，公众看不到。</Note>
    </aside>
  );
}

function Promised({ commitment: { indicator, target, last, unit } }: { commitment: FormCommitment }) {
  if (target === null) return null;
  return (
    <div>
      <div className="row between">
        <b>{indicator}</b>
        <span>{`${last === null ? "尚未填报" : formatNumber(last)} / ${formatNumber(target)} ${unit}`}</span>
      </div>
      <Gauge ratio={last === null || target === 0 ? null : last / target} className="mt-2 mb-1" />
    </div>
  );
}

function lastItems(last: ReportContentDto, commitments: readonly FormCommitment[]) {
  const money = (amount: string | null) => (amount ? formatMoney({ amount, currency: "CNY" }) : "未填");
  return [
    ...commitments.map(({ ordinal, indicator, unit }) => {
      const value = last.readings.find((reading) => reading.ordinal === ordinal)?.value;
      return { term: indicator, value: value === undefined ? "未填" : `${formatNumber(value)} ${unit}` };
    }),
    { term: "形象进度", value: last.percent === null ? "未填" : `${last.percent}%` },
    { term: "到位资金", value: money(last.arrivedFunds) },
    { term: "完成投资", value: money(last.completedInvestment) },
    { term: "本期进展", value: last.summary },
  ];
}
