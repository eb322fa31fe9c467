import { classNames } from "./class-names";

/**
 * A block against an upright line that is the promise. `ratio` null means nothing is reported: hatched,
 * never an empty bar. Above 1 the block ends at the line; the number beside it tells the rest.
 */
export function Gauge({ ratio, className }: { ratio: number | null; className?: string }) {
  if (ratio === null) return <div className={classNames("gauge none", className)} aria-hidden="true" />;
  const width = Math.round(Math.min(Math.max(ratio, 0), 1) * 10_000) / 100;
  return (
    <div className={classNames("gauge", className)} aria-hidden="true">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect width={width} height="10" />
      </svg>
    </div>
  );
}
