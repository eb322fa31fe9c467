import { formatMoney, type Money } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";

type Value = { money: Money | null; number: number | null; unit: string | null };

/** "25 亿元" or "496.7%": a figure is money or a number in a unit. */
export function formatFigure({ money, number, unit }: Value): string {
  if (money) return formatMoney(money);
  if (number === null) return "";
  return unit === "%" ? `${formatNumber(number)}%` : `${formatNumber(number)} ${unit ?? ""}`.trimEnd();
}
