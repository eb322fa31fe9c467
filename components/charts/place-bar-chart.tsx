"use client";

import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import { stackOrder } from "@/lib/kpi/stage-chart-rules";
import { stageFills } from "./stage-marks";

type PlaceBar = { name: string; count: number; stages: StageCounts };
type Props = {
  bars: readonly PlaceBar[];
  /** The drawing in words. */
  label: string;
};

/** Projects by place, each bar made of its stages. */
export function PlaceBarChart({ bars, label }: Props) {
  const rows = bars.map(({ name, count, stages }) => ({ name, count, ...stages }));
  return (
    <div className={heights[Math.min(bars.length, heights.length) - 1]} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={rows}
          layout="vertical"
          accessibilityLayer={false}
          barSize={20}
          margin={{ top: 0, right: 48, bottom: 0, left: 0 }}
        >
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="name"
            width={96}
            tickLine={false}
            axisLine={{ stroke: "var(--color-line-strong)" }}
            fontSize={14}
            interval={0}
          />
          {stackOrder.map((stage, index) => (
            <Bar
              key={stage}
              dataKey={stage}
              stackId="stage"
              isAnimationActive={false}
              strokeWidth={2}
              {...stageFills[stage]}
            >
              {index === stackOrder.length - 1 && (
                <LabelList dataKey="count" position="right" offset={8} className="lab" fontSize={14} />
              )}
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Room for as many bars, so that the page does not move when they are drawn. */
const heights = ["h-14", "h-24", "h-34", "h-44", "h-54", "h-64", "h-74", "h-84", "h-94"];
