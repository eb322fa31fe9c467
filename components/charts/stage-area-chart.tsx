"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from "recharts";
import { type StageChart, stackOrder } from "@/lib/kpi/stage-chart-rules";
import { ChartPatterns, hatchId, stippleId } from "./chart-patterns";
import { stageFills } from "./stage-marks";

type Props = {
  chart: StageChart;
  /** The drawing in words. */
  label: string;
};

const id = "stages";
const labelMargin = 92;

/** Projects by stage over time, in steps; what is not known is hatched, what is known to the year stippled. */
export function StageAreaChart({ chart, label }: Props) {
  const { domain, ceiling, steps, stipples, silence, lastRecord, endLabels, ticks } = chart;
  const end = steps.at(-1)?.day ?? domain[1];
  const hasRoomForLabels = silence?.label != null;
  return (
    <div className="h-80" role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%">
        <AreaChart
          data={steps}
          accessibilityLayer={false}
          margin={{ top: 24, right: hasRoomForLabels ? 8 : labelMargin, bottom: 0, left: 0 }}
        >
          <ChartPatterns chart={id} />
          <CartesianGrid vertical={false} stroke="var(--color-line)" />
          <XAxis
            dataKey="day"
            type="number"
            domain={domain}
            ticks={ticks.map(({ day }) => day)}
            interval={0}
            tick={<DayTick ticks={ticks} last={ticks.at(-1)?.day} />}
            tickLine={{ stroke: "var(--color-line-strong)" }}
            axisLine={{ stroke: "var(--color-line-strong)" }}
          />
          <YAxis
            width={36}
            domain={[0, ceiling]}
            ticks={ceiling % 2 === 0 ? [0, ceiling / 2, ceiling] : [0, ceiling]}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            fontSize={14}
          />
          {silence && (
            <ReferenceArea
              x1={silence.from}
              x2={silence.to}
              y1={0}
              y2={ceiling}
              fill={`url(#${hatchId(id)})`}
              fillOpacity={1}
            />
          )}
          {stackOrder.map((stage) => (
            <Area
              key={stage}
              dataKey={stage}
              stackId="stage"
              type="stepAfter"
              isAnimationActive={false}
              activeDot={false}
              fillOpacity={1}
              strokeWidth={2}
              {...stageFills[stage]}
            />
          ))}
          {stipples.map(({ from, to, low, high, stage }) => (
            <ReferenceArea
              key={`${from}-${stage}`}
              x1={from}
              x2={to}
              y1={low}
              y2={high}
              fill={`url(#${stippleId(id, stage)})`}
              fillOpacity={1}
            />
          ))}
          {silence?.label && (
            <ReferenceArea
              x1={silence.from}
              x2={silence.to}
              y1={0}
              y2={ceiling}
              fill="none"
              label={{ value: silence.label, position: "insideTop", offset: 24, className: "lab halo" }}
            />
          )}
          <ReferenceLine
            x={end}
            stroke="var(--color-line-strong)"
            label={lastRecord ? <LastRecordLabel {...lastRecord} /> : undefined}
          />
          {endLabels.map(({ stage, text, y }) => (
            <ReferenceDot
              key={stage}
              x={end}
              y={y}
              r={0}
              label={{ value: text, position: "right", offset: 8, className: "lab halo" }}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

type LastRecordLabelProps = NonNullable<StageChart["lastRecord"]> & { viewBox?: { x?: number; y?: number } };

/** Above the line at which the records end. */
function LastRecordLabel({ label, anchor, viewBox }: LastRecordLabelProps) {
  return (
    <text x={viewBox?.x ?? 0} y={(viewBox?.y ?? 0) - 8} fontSize={14} textAnchor={anchor}>
      {label}
    </text>
  );
}

type DayTickProps = {
  ticks: StageChart["ticks"];
  last: number | undefined;
  x?: number;
  y?: number;
  payload?: { value: number };
};

/** The outer labels keep inside the drawing. */
function DayTick({ ticks, last, x = 0, y = 0, payload }: DayTickProps) {
  const tick = ticks.find(({ day }) => day === payload?.value);
  return (
    <text x={x} y={y + 12} fontSize={14} textAnchor={tick?.day === last ? "end" : "start"}>
      {tick?.label}
    </text>
  );
}
