"use client";

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import type { PromiseYear } from "@/lib/kpi/dashboard-dto";
import { ChartPatterns, hatchId } from "./chart-patterns";

type Props = {
  years: readonly PromiseYear[];
  /** The drawing in words. */
  label: string;
};

const id = "promises";
/** Met is a fact and solid; passed without a record is hatched, for nothing is known; what is to come is outlined. */
const series = [
  { key: "met", fill: "var(--color-stage-operating)", stroke: "none" },
  { key: "passed", fill: `url(#${hatchId(id)})`, stroke: "var(--color-line-strong)" },
  { key: "upcoming", fill: "var(--color-paper)", stroke: "var(--color-stage-signed)" },
] as const;

/** Promises by the year of their deadline. */
export function PromiseBarChart({ years, label }: Props) {
  const most = Math.max(...years.map(({ met, passed, upcoming }) => met + passed + upcoming));
  return (
    <div className="h-54" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <BarChart
          data={[...years]}
          accessibilityLayer={false}
          maxBarSize={56}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
        >
          <ChartPatterns chart={id} />
          <XAxis
            dataKey="year"
            tickFormatter={(year) => `${year} 年`}
            tickLine={false}
            axisLine={{ stroke: "var(--color-line-strong)" }}
            fontSize={14}
          />
          <YAxis
            width={36}
            domain={[0, most]}
            ticks={[0, most]}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            fontSize={14}
          />
          {series.map(({ key, fill, stroke }) => (
            <Bar
              key={key}
              dataKey={key}
              stackId="promise"
              isAnimationActive={false}
              fill={fill}
              stroke={stroke}
              strokeWidth={1.5}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}
