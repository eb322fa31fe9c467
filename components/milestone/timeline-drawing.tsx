import {
  type Box,
  type Tick,
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
export function TimelineDrawing({ id, size, description, ...data }: Props) {
  const { milestones } = data;
  const layout = layouts[size];
  const domain = timelineDomain(datesOf(data));
  const scale = timelineScale(domain, layout.left, layout.right);
  const recordY = layout.top + layout.pitch * milestones.length;
  const height = recordY + layout.foot;
  return (
    <svg viewBox={`0 0 ${layout.width} ${height}`} role="img" aria-label={description}>
      <Patterns id={id} />
      <Ticks ticks={timelineTicks(domain, layout.left, layout.right)} height={height} />
      {milestones.map((milestone, index) => {
        const y = layout.top + layout.pitch * index;
        return (
          <g key={milestone.id}>
            <RowLabel y={y + layout.labelDy} text={rowLabel(milestone, size)} />
            <MilestoneBars id={id} y={y} milestone={milestone} bar={scale.bar} />
            {size === "wide" && milestone.note && milestone.planned && (
              <BarNote y={y} bar={scale.bar(milestone.planned)} text={milestone.note} {...layout} />
            )}
          </g>
        );
      })}
      <RowLabel y={recordY + layout.labelDy} text="实际记录" />
      <RecordEnd
        id={id}
        y={recordY}
        x={scale.x(data.lastRecordOn)}
        todayX={scale.x(data.today)}
        note={data.recordNote}
        right={layout.right}
      />
    </svg>
  );
}

/** Today is not among them: a plan of 2015 is not drawn on an axis that runs to the day of reading. */
function datesOf({ milestones, lastRecordOn }: TimelineData): string[] {
  const spans = milestones.flatMap(({ planned, adjusted, actual }) => [planned, adjusted, actual]);
  return [lastRecordOn, ...spans.flatMap((span) => (span ? [span.from ?? span.to, span.to] : []))];
}

function Ticks({ ticks, height }: { ticks: readonly Tick[]; height: number }) {
  return ticks.map(({ x, label }) => (
    <g key={x}>
      {x > 0 && <line className="tick" x1={x} x2={x} y1="24" y2={height} />}
      <text fontSize="14" x={x > 0 ? x + 4 : 0} y="15">
        {label}
      </text>
    </g>
  ));
}

function RowLabel({ y, text }: { y: number; text: string }) {
  return (
    <text className="halo" fontSize="14" x="0" y={y}>
      {text}
    </text>
  );
}

type RecordProps = { id: string; x: number; todayX: number; y: number; note: string; right: number };

/** An upright line at the last record, hatched from there to today. */
function RecordEnd({ id, x, todayX, y, note, right }: RecordProps) {
  return (
    <>
      {todayX > x && <rect x={x} y={y} width={todayX - x} height={barHeight} fill={`url(#${id}-missing)`} />}
      <line x1={x} x2={x} y1={y - 6} y2={y + 26} stroke="var(--color-ink)" strokeWidth="2.5" />
      <TextWithin x={x} y={y + 42} text={note} right={right} />
    </>
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

type NoteProps = { y: number; bar: Box; text: string; left: number; right: number };

/** After its bar; before it where there is no room after it. */
function BarNote({ y, bar, text, left, right }: NoteProps) {
  const after = bar.x + bar.width + 8;
  const fitsBefore = bar.x - 8 - textWidth(text) >= left;
  if (after + textWidth(text) <= right + 4 || !fitsBefore) {
    return <TextWithin x={after} y={y + 15} text={text} right={right} />;
  }
  return (
    <text className="halo" fontSize="14" x={bar.x - 8} y={y + 15} textAnchor="end">
      {text}
    </text>
  );
}

/** Text that starts at `x`, or ends at the right edge where it would run over it. */
function TextWithin({ x, y, text, right }: { x: number; y: number; text: string; right: number }) {
  if (x + textWidth(text) <= right + 4) {
    return (
      <text fontSize="14" x={x} y={y}>
        {text}
      </text>
    );
  }
  return (
    <text className="halo" fontSize="14" x={right} y={y} textAnchor="end">
      {text}
    </text>
  );
}
