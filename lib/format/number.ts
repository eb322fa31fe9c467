const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });
const percent = new Intl.NumberFormat("en-US", { style: "percent", maximumFractionDigits: 2 });

/** What stands for a rate that cannot be computed. */
export const noRate = "--";

/** Thousands separators and at most two decimals; null stays null, for the page to say which kind of missing. */
export function formatNumber(value: number | bigint): string;
export function formatNumber(value: number | bigint | null): string | null;
export function formatNumber(value: number | bigint | null): string | null {
  return value === null ? null : grouped.format(value);
}

/** "7.14%" from 0.0714…; "--" when there is no rate. */
export function formatPercent(ratio: number | null): string {
  return ratio === null ? noRate : percent.format(ratio);
}

/** "1/14"; the big half of every rate. */
export function formatFraction(numerator: number | bigint, denominator: number | bigint): string {
  return `${formatNumber(numerator)}/${formatNumber(denominator)}`;
}
