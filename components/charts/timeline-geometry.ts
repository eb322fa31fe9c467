/** A range of days as everywhere else; `from` is null only when nothing but the upper bound is known. */
export type TimelineSpan = { from: string | null; to: string; precision: string };

export type Tick = { x: number; label: string };
export type Box = { x: number; width: number };

const dayMs = 86_400_000;

/** Whole days since 1970-01-01 of an ISO date. */
function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** From the first day of the earliest year to half a year past the last day that is drawn. */
export function timelineDomain(dates: readonly string[]): { from: string; to: string } {
  const sorted = [...dates].sort();
  const first = sorted[0];
  const last = sorted.at(-1);
  if (!first || !last) throw new RangeError("A timeline needs at least one date");
  const isFirstHalf = last.slice(5) <= "06-30";
  return {
    from: `${yearOf(first)}-01-01`,
    to: isFirstHalf ? `${yearOf(last)}-12-31` : `${yearOf(last) + 1}-06-30`,
  };
}

/** Days to pixels, linear, between `left` and `right`; what lies outside is cut off. */
export function timelineScale(domain: { from: string; to: string }, left: number, right: number) {
  const start = dayNumber(domain.from);
  const perDay = (right - left) / (dayNumber(domain.to) - start);
  const x = (day: number) => round(Math.min(Math.max(left + (day - start) * perDay, left), right));
  return {
    x: (date: string) => x(dayNumber(date)),
    /** A bar as long as what is known: through the last day, and never thinner than can be seen. */
    bar: (span: TimelineSpan): Box => {
      const from = span.from === null ? left : x(dayNumber(span.from));
      return { x: from, width: round(Math.max(x(dayNumber(span.to) + 1) - from, 3)) };
    },
  };
}

/** Half-years while their labels have room, else whole years, then every second, fifth, tenth year. */
export function timelineTicks(domain: { from: string; to: string }, left: number, right: number): Tick[] {
  const { x } = timelineScale(domain, left, right);
  const perYear = ((right - left) * 365) / (dayNumber(domain.to) - dayNumber(domain.from));
  const labelWidth = 64;
  const years = range(yearOf(domain.from), yearOf(domain.to));
  if (perYear / 2 >= labelWidth) {
    return years
      .flatMap((year) => [
        { date: `${year}-01-01`, label: `${year} 年` },
        { date: `${year}-07-01`, label: "7 月" },
      ])
      .filter(({ date }) => date <= domain.to)
      .map(({ date, label }) => ({ x: x(date), label }));
  }
  const step = [1, 2, 5, 10].find((count) => perYear * count >= labelWidth) ?? 20;
  return years
    .filter((year) => (year - yearOf(domain.from)) % step === 0)
    .map((year) => ({ x: x(`${year}-01-01`), label: `${year} 年` }));
}

/** Width of a line of text at 14 px: a 汉字 is square, anything else about half as wide. */
export function textWidth(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > "\u2E7F" ? 14 : 8), 0);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
