import { ChartFigure } from "@/components/charts/chart-figure";
import { PlaceBarChart } from "@/components/charts/place-bar-chart";
import { EmptyState } from "@/components/ui/empty-state";
import { placeCaption } from "@/lib/kpi/chart-sentence";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { stages } from "@/lib/project/project-rules";
import { missingText } from "@/lib/text/missing-text";
import { stageTileText } from "@/lib/text/stage-text";

const drawnPlaces = 8;

/** Projects by place (落户地), with their stages. */
export function PlaceFigure({ byPlace }: Pick<PublicStats, "byPlace">) {
  const caption = placeCaption(byPlace);
  const rows = byPlace.map(({ place, count, stages: counts }) => ({
    name: place?.name ?? missingText.not_stated,
    count,
    stages: counts,
  }));
  const left = rows.length - drawnPlaces;
  return (
    <ChartFigure
      id="places"
      caption={caption}
      unit={`按落户地和当前阶段，单位：个。${left > 0 ? `图里是项目最多的 ${drawnPlaces} 处，其余 ${left} 处见数据表。` : ""}`}
      chart={
        rows.length === 0 ? (
          <EmptyState title="没有签约的项目">这一天之前没有登记任何签约。</EmptyState>
        ) : (
          <PlaceBarChart bars={rows.slice(0, drawnPlaces)} label={`各落户地项目数：${caption}。`} />
        )
      }
      tableName="各落户地项目数"
      table={
        <table className="t dense">
          <caption>各落户地的项目数（个）</caption>
          <thead>
            <tr>
              <th scope="col">落户地</th>
              {stages.map((stage) => (
                <th key={stage} scope="col" className="n">
                  {stageTileText[stage]}
                </th>
              ))}
              <th scope="col" className="n">
                合计
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {stages.map((stage) => (
                  <td key={stage} className="n">
                    {row.stages[stage]}
                  </td>
                ))}
                <td className="n">{row.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      }
    />
  );
}
