import { takeField } from "@/lib/draft/draft-rules";
import type { KeptValues } from "@/lib/result";

/** An input, or a list of rows as a whole, that somebody else's published change gave another value. */
export type TheirChange = { field: string; mine: string; theirs: string; isMineChanged: boolean };

/** Puts what was chosen or typed into an input in words. */
export type ValueName = (field: string, value: string) => string;

type Versions = {
  mine: KeptValues;
  /** What stands now. */
  theirs: KeptValues;
  /** What stood when the author began; null: that is no longer known. */
  base: KeptValues | null;
};

/** What changed beneath the author's hands and differs from what they typed, in the order of the form. */
export function theirChanges({ mine, theirs, base }: Versions, valueName: ValueName): TheirChange[] {
  const fields = [...new Set([...Object.keys(theirs), ...Object.keys(base ?? {})].map(groupOf))];
  return fields.flatMap((field) => {
    const words = (values: KeptValues) => wordsOf(values, field, valueName);
    const isTouched = base === null || words(base) !== words(theirs);
    if (!isTouched || words(mine) === words(theirs)) return [];
    const isMineChanged = base === null || words(base) !== words(mine);
    return [{ field, mine: words(mine), theirs: words(theirs), isMineChanged }];
  });
}

/** What the form says after its author chose, field by field. */
export function takeTheirs(sent: KeptValues, theirs: KeptValues): KeptValues {
  const isTaken = ([name]: [string, unknown]) => sent[takeField(groupOf(name))] === "theirs";
  return {
    ...Object.fromEntries(Object.entries(sent).filter((entry) => !isTaken(entry))),
    ...Object.fromEntries(Object.entries(theirs).filter(isTaken)),
  };
}

/** Inputs of rows belong together: `party-2-name` is of `party`. */
function groupOf(name: string): string {
  return /^([a-zA-Z]+)-\d/.exec(name)?.[1] ?? name;
}

function wordsOf(values: KeptValues, field: string, valueName: ValueName): string {
  const rows = new Map<number, string[]>();
  for (const [name, value] of Object.entries(values)) {
    if (groupOf(name) !== field || typeof value !== "string" || value.trim() === "") continue;
    const row = Number(/-(\d+)/.exec(name)?.[1] ?? 0);
    const words = valueName(name, value.trim());
    if (words !== "") rows.set(row, [...(rows.get(row) ?? []), words]);
  }
  return [...rows]
    .sort(([one], [other]) => one - other)
    .map(([, parts]) => parts.join("，"))
    .join("；");
}
