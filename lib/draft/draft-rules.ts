import type { KeptValues } from "@/lib/result";

const chosen = "choose:";
const notKept = ["code", "draftVersion", "intent"];

/** The input with which an author chooses between two versions of a field; its value is the chosen text. */
export const choiceField = (field: string) => `${chosen}${field}`;

/** What a draft keeps of a form: what was typed, and where the author had to choose, what they chose. */
export function draftInput(sent: KeptValues, isLeftOut: (name: string) => boolean = () => false): KeptValues {
  const fields = Object.entries(sent).filter(
    ([name]) => !notKept.includes(name) && !name.startsWith(chosen) && !isLeftOut(name),
  );
  const choices = Object.entries(sent)
    .filter(([name]) => name.startsWith(chosen))
    .map(([name, value]) => [name.slice(chosen.length), value]);
  return { ...Object.fromEntries(fields), ...Object.fromEntries(choices) };
}

/** A field in which the form and what is stored differ. */
export type FieldDifference = { field: string; mine: string; stored: string };

/** Every field in which two versions of a form differ, in the order of mine. */
export function fieldDifferences(mine: KeptValues, stored: KeptValues): FieldDifference[] {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(stored)])].filter(
    (field) => field !== "formId" && !field.endsWith("-key"),
  );
  return fields
    .map((field) => ({ field, mine: text(mine[field]), stored: text(stored[field]) }))
    .filter((difference) => difference.mine !== difference.stored);
}

/** A draft as it is stored. */
export type StoredDraft = {
  input: KeptValues;
  version: number;
  /** ISO instant. */
  savedAt: string;
};

/** What a form shows after it was sent. */
export type WrittenForm = {
  values: KeptValues;
  /** The draft's version, to be sent with the form again; null: nothing is stored. */
  draftVersion: number | null;
  /** ISO instant; null: it was not stored. */
  savedAt: string | null;
  errors: Record<string, string>;
  differences: FieldDifference[];
  /** It was checked: `errors` is all that is wrong. */
  isChecked: boolean;
  /** It was checked and may be handed in. */
  isReady: boolean;
};
