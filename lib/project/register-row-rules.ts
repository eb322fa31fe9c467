import type { DateRange } from "@/lib/format/date-range";
import { rowField } from "@/lib/format/form-rows";
import type { Refusal } from "@/lib/refusal";

/** A row of a project's milestones or commitments; an ordinal of null is a row that the change brings. */
type Row = { ordinal: number | null };

type Rows<Own extends Row> = {
  /** Name of the group of inputs. */
  group: string;
  /** What a row is called. */
  noun: string;
  nameOf: (row: Own) => string;
  /** The input of the name. */
  namePart: string;
};

/** What stands against the rows as a whole: a published one is not dropped, none is invented, none is there twice. */
export function rowSetRefusals<Own extends Row>(
  rows: readonly Own[],
  before: readonly Own[],
  { group, noun, nameOf, namePart }: Rows<Own>,
): Refusal[] {
  const dropped = before.filter((known) => !rows.some(({ ordinal }) => ordinal === known.ordinal));
  return [
    ...dropped.map((row) => ({
      field: group,
      message: `${noun}“${nameOf(row)}”已经登记，不能从表里删去。登记错了，请撤回登记它的那份变更。`,
    })),
    ...rows.flatMap((row, index) => {
      const isStranger = row.ordinal !== null && !before.some(({ ordinal }) => ordinal === row.ordinal);
      const isRepeated = rows.slice(0, index).some((earlier) => nameOf(earlier) === nameOf(row));
      const field = rowField(group, index, namePart);
      if (isStranger) return [{ field, message: `台账里没有这一行${noun}，请刷新页面再填。` }];
      return isRepeated
        ? [{ field, message: `上面已有同名的${noun}“${nameOf(row)}”。请改名，或清空这一行。` }]
        : [];
    }),
  ];
}

/** Whether two dates are the same, to the precision. */
export function isSameRange(one: DateRange | null, other: DateRange | null): boolean {
  return one?.from === other?.from && one?.to === other?.to && one?.precision === other?.precision;
}
