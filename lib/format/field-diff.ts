import { type Currency, formatMoney } from "@/lib/format/money";

/** One field of what is reviewed beside what is published; null is not filled in. */
export type DiffRow = {
  /** The name of the form's field. */
  field: string;
  name: string;
  before: string | null;
  after: string | null;
  /** What changed, in short: ＋400; null where it is text. */
  delta: string | null;
  isInternal: boolean;
  /** Left empty it says nothing; any other field left empty is one that no source states. */
  isOptional?: boolean;
};

/** A field of text that anyone may read. */
export function textDiff(field: string, name: string, before: string | null, after: string | null): DiffRow {
  return { field, name, before, after, delta: null, isInternal: false };
}

type Amounts = { before: string | null; after: string | null; currency: Currency };

/** A field of money that anyone may read, with what it grew or fell by. */
export function moneyDiff(field: string, name: string, { before, after, currency }: Amounts): DiffRow {
  const words = (amount: string | null) => amount && formatMoney({ amount, currency });
  const change = before === null || after === null ? 0n : BigInt(after) - BigInt(before);
  const size = formatMoney({ amount: String(change < 0n ? -change : change), currency });
  const delta = change === 0n ? null : `${change > 0n ? "＋" : "－"}${size}`;
  return { field, name, before: words(before), after: words(after), delta, isInternal: false };
}

/** Whether it says anything else than what is published. */
export function isChanged({ before, after }: DiffRow): boolean {
  return before !== after;
}
