import { stages } from "@/lib/project/project-rules";
import { stageInks } from "./stage-marks";

/** Id of the hatching of a chart: nothing is known there. */
export function hatchId(chart: string): string {
  return `${chart}-hatch`;
}

/** Id of the stippling of a stage: known only to the half-year or year. */
export function stippleId(chart: string, stage: string): string {
  return `${chart}-stipple-${stage}`;
}

/** Hatching and stippling for a chart; ids are per chart, a page has several. */
export function ChartPatterns({ chart }: { chart: string }) {
  return (
    <defs>
      <pattern
        id={hatchId(chart)}
        width="8"
        height="8"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="1.2" height="8" fill="var(--color-line-strong)" />
      </pattern>
      {stages.map((stage) => (
        <pattern key={stage} id={stippleId(chart, stage)} width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill={stageInks[stage]} fillOpacity=".2" />
          <circle cx="2.5" cy="2.5" r="1.1" fill={stageInks[stage]} />
        </pattern>
      ))}
    </defs>
  );
}
