import type { DatePrecision, DateRange, IsoDate } from "@/lib/format/date-range";

// A DateRange is three columns (<name>From, <name>To, <name>Precision) of `date` type, which Prisma reads as UTC midnight.

/** The column value of a day. */
export const toColumn = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

/** The day of a column value. */
export const fromColumn = (column: Date): IsoDate => column.toISOString().slice(0, 10);

type Columns<Name extends string, To> = Record<`${Name}From`, Date | null> &
  Record<`${Name}To`, To> &
  Record<`${Name}Precision`, To extends Date ? DatePrecision : DatePrecision | null>;

/** The three columns of a range; all null when there is none. */
export function rangeColumns<const Name extends string>(name: Name, range: DateRange): Columns<Name, Date>;
export function rangeColumns<const Name extends string>(
  name: Name,
  range: DateRange | null,
): Columns<Name, Date | null>;
export function rangeColumns(name: string, range: DateRange | null) {
  return {
    [`${name}From`]: range?.from ? toColumn(range.from) : null,
    [`${name}To`]: range ? toColumn(range.to) : null,
    [`${name}Precision`]: range?.precision ?? null,
  };
}

/** The range of three columns; null when they are null. */
export function rangeOf(
  from: Date | null,
  to: Date | null,
  precision: DatePrecision | null,
): DateRange | null {
  return to && precision ? { from: from && fromColumn(from), to: fromColumn(to), precision } : null;
}
