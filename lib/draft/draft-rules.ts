import type { KeptValues } from "@/lib/result";

const chosen = "choose:";
const taken = "take:";
// What a form sends besides what was typed into it.
const ofItsPage = ["code", "correctsId", "key", "scope", "subject", "takeVersion"];
const notKept = [...ofItsPage, "draftVersion", "intent", "keeper", "parkedVersion"];
const isKept = (name: string) =>
  !notKept.includes(name) && !name.startsWith(chosen) && !name.startsWith(taken);

/** Which opening of a form saved it, and how often it had done so. */
export const windowFields: readonly string[] = ["formId", "turn"];
/** What a draft keeps and nobody typed. */
const isBookkeeping = (name: string) =>
  windowFields.includes(name) || name === "baseVersion" || /-(key|rows)$/.test(name);

/** The input with which an author chooses between two versions of a field; its value is the chosen text. */
export const choiceField = (field: string) => `${chosen}${field}`;

/** The input with which an author keeps theirs or takes what was published; its value is `mine` or `theirs`. */
export const takeField = (field: string) => `${taken}${field}`;

/** Two versions of one input, or of a list of rows, between which the author chooses. */
export type Contradiction = {
  /** The name of the radio with which they choose. */
  input: string;
  name: string;
  mine: { value: string; words: string };
  other: { value: string; words: string };
  /** Which is chosen at first. */
  takesMine: boolean;
};

/** What a draft keeps of a form: what was typed, and where the author had to choose, what they chose. */
export function draftInput(sent: KeptValues, isLeftOut: (name: string) => boolean = () => false): KeptValues {
  const fields = Object.entries(sent).filter(([name]) => isKept(name) && !isLeftOut(name));
  const choices = Object.entries(sent)
    .filter(([name]) => name.startsWith(chosen))
    .map(([name, value]) => [name.slice(chosen.length), value]);
  return { ...Object.fromEntries(fields), ...Object.fromEntries(choices) };
}

/** Of these differences those in which the author chose what is stored; a field that is not sent keeps mine. */
export function takenOf<Difference extends FieldDifference>(
  differences: readonly Difference[],
  sent: KeptValues,
): Difference[] {
  return differences.filter(({ field, stored }) => sent[choiceField(field)] === stored);
}

/** A field in which the form and what is stored differ. */
export type FieldDifference = { field: string; mine: string; stored: string };

/** Every field in which two versions of a form differ, in the order of mine. */
export function fieldDifferences(mine: KeptValues, stored: KeptValues): FieldDifference[] {
  const text = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");
  const fields = [...new Set([...Object.keys(mine), ...Object.keys(stored)])].filter(
    (field) => !isBookkeeping(field),
  );
  return fields
    .map((field) => ({ field, mine: text(mine[field]), stored: text(stored[field]) }))
    .filter((difference) => difference.mine !== difference.stored);
}

/** What has to be filled in for a form to become `next`; what that does not have is emptied. */
export function changesTo(next: KeptValues, now: KeptValues): Record<string, string> {
  return Object.fromEntries(fieldDifferences(next, now).map(({ field, mine }) => [field, mine]));
}

/** A draft as it is stored. */
export type StoredDraft = {
  input: KeptValues;
  version: number;
  /** ISO instant. */
  savedAt: string;
};

/** The name under which waits what came after its author's session had ended. */
export const parkedForm = (form: string) => `parked:${form}`;

/** What a form shows when it is opened. */
export type OpenedForm = {
  values: KeptValues;
  /** The draft's version, to be sent with the form; null: nothing is stored. */
  draftVersion: number | null;
  /** ISO instant; null: what is shown is not stored. */
  savedAt: string | null;
  /** Where what is shown and what is stored differ; mine is shown. */
  differences: FieldDifference[];
  /** The version of what waited and is shown now, to be sent with the form; null: nothing waited. */
  parkedVersion: number | null;
};

/** A form into which nothing was typed before. */
export const untouchedForm = (values: KeptValues): OpenedForm => ({
  values,
  draftVersion: null,
  savedAt: null,
  differences: [],
  parkedVersion: null,
});

/**
 * A form as its author left it: the draft, or what came too late for it. That is shown to be chosen from where the
 * draft has changed since; null: there is neither.
 */
export function openedForm(
  draft: StoredDraft | null,
  parked: StoredDraft | null,
  isLeftOut?: (name: string) => boolean,
): OpenedForm | null {
  const stored = draft && {
    values: draft.input,
    draftVersion: draft.version,
    savedAt: draft.savedAt,
    differences: [],
    parkedVersion: null,
  };
  if (!parked) return stored;
  const values = draftInput(parked.input, isLeftOut);
  const differences = draft ? fieldDifferences(values, draft.input) : [];
  if (draft && differences.length === 0) return stored;
  const isNewer = (Number(parked.input.draftVersion) || null) === (draft?.version ?? null);
  return {
    values,
    draftVersion: draft?.version ?? null,
    savedAt: null,
    differences: isNewer ? [] : differences,
    parkedVersion: parked.version,
  };
}

/** What a form shows after it was sent. */
export type WrittenForm = OpenedForm & {
  /** What is to be filled in, as something else was stored than was sent; left out: nothing. */
  settled?: Record<string, string>;
  errors: Record<string, string>;
  /** It was checked: `errors` is all that is wrong. */
  isChecked: boolean;
  /** It was checked and may be handed in. */
  isReady: boolean;
};
