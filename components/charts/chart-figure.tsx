import type { ReactNode } from "react";
import { Twin } from "@/components/ui/twin";

type Props = {
  id: string;
  /** The finding. */
  caption: string;
  /** What is counted, and in which unit. */
  unit: ReactNode;
  chart: ReactNode;
  /** Names the data table: 各阶段项目数. */
  tableName: string;
  /** Says the same as the chart. */
  table: ReactNode;
};

/** A chart with its finding, its unit and the table that says the same. */
export function ChartFigure({ id, caption, unit, chart, tableName, table }: Props) {
  return (
    <figure className="panel chart" id={id} aria-labelledby={`${id}-caption`}>
      <figcaption id={`${id}-caption`}>{caption}</figcaption>
      <p className="sub">{unit}</p>
      {chart}
      <noscript>
        <p className="sub">图要用脚本画出，数据都在下面的表里。</p>
      </noscript>
      <Twin label={`${tableName}数据表`}>{table}</Twin>
    </figure>
  );
}
