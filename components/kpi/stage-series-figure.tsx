import { ChartFigure } from "@/components/charts/chart-figure";
import { StageAreaChart } from "@/components/charts/stage-area-chart";
import { EmptyState } from "@/components/ui/empty-state";
import type { IsoDate } from "@/lib/format/date-range";
import { stageSeriesCaption } from "@/lib/kpi/chart-sentence";
import type { StagePoint, StageSeries } from "@/lib/kpi/dashboard-dto";
import { stageChart } from "@/lib/kpi/stage-chart-rules";
import { stages } from "@/lib/project/project-rules";
import { stageTileText } from "@/lib/text/stage-text";

type Props = { series: StageSeries; asOf: IsoDate };

/** Projects by stage over time. */
export function StageSeriesFigure({ series, asOf }: Props) {
  const chart = stageChart(series, asOf);
  const caption = stageSeriesCaption(series, asOf);
  return (
    <ChartFigure
      id="stages"
      caption={caption}
      unit="各阶段项目数，单位：个。线框是已签约，中色是在建，实色是已投产；点纹只知道年份或半年，斜线是没有记录。"
      chart={
        chart ? (
          <StageAreaChart chart={chart} label={`各阶段项目数：${caption}。逐日数字见数据表。`} />
        ) : (
          <EmptyState title="没有签约的项目">这一天之前没有登记任何签约。</EmptyState>
        )
      }
      tableName="各阶段项目数"
      table={<StageTable series={series} asOf={asOf} hasSilence={chart?.silence != null} />}
    />
  );
}

function StageTable({ series, asOf, hasSilence }: Props & { hasSilence: boolean }) {
  return (
    <table className="t dense">
      <caption>各时点的项目数（个）</caption>
      <thead>
        <tr>
          <th scope="col">时点</th>
          {stages.map((stage) => (
            <th key={stage} scope="col" className="n">
              {stageTileText[stage]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {series.points.map((point) => (
          <tr key={point.on}>
            <th scope="row">{timeOf(point)}</th>
            {stages.map((stage) => (
              <td key={stage} className="n">
                {point.counts[stage]}
              </td>
            ))}
          </tr>
        ))}
        {hasSilence && (
          <tr>
            <th scope="row">{`${series.lastRecordOn} 以后，到 ${asOf}`}</th>
            <td className="n" colSpan={stages.length}>
              <span className="missing">没有记录</span>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function timeOf({ from, on }: StagePoint): string {
  return from === null ? on : `${from} 至 ${on}`;
}
