import { ChartFigure } from "@/components/charts/chart-figure";
import { PromiseBarChart } from "@/components/charts/promise-bar-chart";
import { EmptyState } from "@/components/ui/empty-state";
import type { IsoDate } from "@/lib/format/date-range";
import { promisesCaption } from "@/lib/kpi/chart-sentence";
import type { Dashboard } from "@/lib/kpi/dashboard-dto";
import { passedWithoutCompletionText } from "@/lib/text/site-text";

type Props = { promises: Dashboard["promises"]; asOf: IsoDate };

/** Commitments and milestones by the year in which they are due. */
export function PromiseFigure({ promises, asOf }: Props) {
  const { years, undated } = promises;
  const caption = promisesCaption(promises, asOf);
  return (
    <ChartFigure
      id="promises"
      caption={caption}
      unit={`承诺事项和节点，按时限所在年份，单位：项。实色是已完成，斜线是${passedWithoutCompletionText}，线框是未到时限。${
        undated > 0 ? `另有 ${undated} 项没有写明时限。` : ""
      }`}
      chart={
        years.length === 0 ? (
          <EmptyState title="没有写明时限的事项">时限写明以后，这里按年份列出。</EmptyState>
        ) : (
          <PromiseBarChart years={years} label={`按时限年份：${caption}。`} />
        )
      }
      tableName="承诺事项和节点"
      table={
        <table className="t dense">
          <caption>各年到时限的承诺事项和节点（项）</caption>
          <thead>
            <tr>
              <th scope="col">时限年份</th>
              <th scope="col" className="n">
                已完成
              </th>
              <th scope="col" className="n">
                {passedWithoutCompletionText}
              </th>
              <th scope="col" className="n">
                未到时限
              </th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, met, passed, upcoming }) => (
              <tr key={year}>
                <th scope="row">{`${year} 年`}</th>
                <td className="n">{met}</td>
                <td className="n">{passed}</td>
                <td className="n">{upcoming}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
