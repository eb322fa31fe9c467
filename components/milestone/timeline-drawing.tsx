import {
  type Box,
  type TimelineSpan,
  textWidth,
  timelineDomain,
  timelineScale,
  timelineTicks,
} from "@/components/charts/timeline-geometry";

export type TimelineMilestone = {
  id: string;
  label: string;
  /** What the period leaves open: 起止含义未载明, 只写到年. Shown where there is room. */
  note: string | null;
  inferred: boolean;
  planned: TimelineSpan | null;
  adjusted: TimelineSpan | null;
  actual: TimelineSpan | null;
};

export type TimelineData = {
  milestones: readonly TimelineMilestone[];
  /** Day of the newest record; hatched from here to today. */
  lastRecordOn: string;
  today: string;
  /** Stands below the hatching: 2015-08-10 以后没有记录. */
  recordNote: string;
};

/** Labels stand left of the bars where there is room, above them on a phone. */
const layouts = {
  wide: { width: 580, left: 150, right: 576, top: 38, pitch: 46, labelDy: 15, foot: 52 },
  narrow: { width: 340, left: 0, right: 336, top: 60, pitch: 60, labelDy: -9, foot: 66 },
} as const;

const barHeight = 20;
const labelLength = 10;

type Props = TimelineData & { id: string; size: keyof typeof layouts; description: string };

/** One of the two drawings of a timeline; `id` must be unique on the page, it names the patterns. */
export function TimelineDrawing(props: Props) {
  const { id, size, description, milestones, lastRecordOn, today, recordNote } = props;
  const layout = layouts[size];
  const spans = milestones.flatMap(({ planned, adjusted, actual }) => [planned, adjusted, actual]);
  const dates = spans.flatMap((span) => (span ? [span.from ?? span.to, span.to] : []));
  const domain = timelineDomain([...dates, lastRecordOn]);
  const scale = timelineScale(domain, layout.left, layout.right);
  const recordY = layout.top + layout.pitch * milestones.length;
  const height = recordY + layout.foot;
  const record = scale.x(lastRecordOn);
  const gap = Math.max(scale.x(today) - record, 0);
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} role="img" aria-label={description}>
      <Patterns id={id} />
      {timelineTicks(domain, layout.left, layout.right).map(({ x, label }) => (
        <g key={`${x}`}>
          {x > 0 && <line className="tick" x1={x} x2={x} y1="24" y2={height} />}
          <text fontSize="14" x={x > 0 ? x + 4 : 0} y="15">
            {label}
          </text>
        </g>
      ))}
      {milestones.map((milestone, index) => {
        const y = layout.top + layout.pitch * index;
        return (
          <g key={milestone.id}>
            <text className="halo" fontSize="14" x="0" y={y + layout.labelDy}>
              {rowLabel(milestone, size)}
            </text>
            <MilestoneBars id={id} y={y} milestone={milestone} bar={scale.bar} />
            {size === "wide" && milestone.note && milestone.planned && (
              <BarNote y={y} bar={scale.bar(milestone.planned)} text={milestone.note} right={layout.right} />
            )}
          </g>
        );
      })}
      <text className="halo" fontSize="14" x="0" y={recordY + layout.labelDy}>
        实际记录
      </text>
      {gap > 0 && <rect x={record} y={recordY} width={gap} height={barHeight} fill={`url(#${id}-missing)`} />}
      <line
        x1={record}
        x2={record}
        y1={recordY - 6}
        y2={recordY + 26}
        stroke="var(--color-ink)"
        strokeWidth="2.5"
      />
      <TextWithin x={record} y={recordY + 42} text={recordNote} right={layout.right} />
    </svg>
  );
}

function rowLabel({ label, inferred }: TimelineMilestone, size: keyof typeof layouts): string {
  if (size === "narrow") return inferred ? `${label}（推断）` : label;
  return label.length > labelLength ? `${label.slice(0, labelLength - 1)}…` : label;
}

/** Hatching means missing, stippling means known to the year only; nothing else uses them. */
function Patterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-missing`}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.2" height="8" fill="var(--color-line-strong)" />
      </pattern>
      <pattern id={`${id}-year`} width="5" height="5" patternUnits="userSpaceOnUse">
        <rect width="5" height="5" fill="var(--color-stage-building)" fillOpacity=".2" />
        <circle cx="2.5" cy="2.5" r="1.1" fill="var(--color-stage-building)" />
      </pattern>
    </defs>
  );
}

type BarsProps = { id: string; y: number; milestone: TimelineMilestone; bar: (span: TimelineSpan) => Box };

function MilestoneBars({ id, y, milestone: { planned, adjusted, actual }, bar }: BarsProps) {
  const outline = { y, height: barHeight, stroke: "var(--color-stage-building)", strokeWidth: 1 };
  const isVague = planned?.precision === "year" || planned?.precision === "not_after";
  const fill = isVague
    ? { fill: `url(#${id}-year)` }
    : { fill: "var(--color-stage-building)", fillOpacity: 0.28 };
  return (
    <>
      {planned && <rect {...bar(planned)} {...outline} {...fill} />}
      {adjusted && <rect {...bar(adjusted)} {...outline} fill="none" strokeDasharray="4 3" />}
      {actual && <rect className="s3" {...bar(actual)} y={y + 6} height={barHeight - 12} />}
    </>
  );
}

function BarNote({ y, bar, text, right }: { y: number; bar: Box; text: string; right: number }) {
  return <TextWithin x={bar.x + bar.width + 8} y={y + 15} text={text} right={right} />;
}

/** Text that starts at `x`, or ends at the right edge where it would run over it. */
function TextWithin({ x, y, text, right }: { x: number; y: number; text: string; right: number }) {
  const fits = x + textWidth(text) <= right + 4;
  return (
    <text
      className={fits ? undefined : "halo"}
      fontSize="14"
      x={fits ? x : right}
      y={y}
      textAnchor={fits ? undefined : "end"}
    >
      {text}
    </text>
  );
}
