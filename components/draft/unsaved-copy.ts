import type { KeptValues } from "@/lib/result";

/** What was typed and is not saved yet, as this browser keeps it until it is. */
export type UnsavedCopy = {
  values: KeptValues;
  /** The version of the draft that it goes on from; null: there was none. */
  version: number | null;
  /** The opening of the form that it was typed into. */
  formId: string;
  /** When, in ms. */
  at: number;
};

const prefix = "unsaved:";
const aside = ":aside:";
const keptForMs = 30 * 24 * 3_600_000;

/** One for each window: they share the store. */
const keyOf = (form: string, { formId }: Pick<UnsavedCopy, "formId">) => `${prefix}${form}:${formId}`;
const asideKeyOf = (form: string, { formId }: Pick<UnsavedCopy, "formId">) =>
  `${prefix}${form}${aside}${formId}`;

export function keepCopy(form: string, copy: UnsavedCopy): void {
  write(keyOf(form, copy), copy);
}

export function dropCopy(form: string, copy: Pick<UnsavedCopy, "formId">): void {
  drop(keyOf(form, copy));
}

/** What windows of this form have not saved, the newest first. */
export function findCopies(form: string): UnsavedCopy[] {
  return list(`${prefix}${form}:`).filter((copy) => has(keyOf(form, copy)));
}

/** Puts a copy aside that its author has to look at. */
export function putAside(form: string, copy: UnsavedCopy): void {
  write(asideKeyOf(form, copy), copy);
  dropCopy(form, copy);
}

/** The newest of them; null: there is none. */
export function findAside(form: string): UnsavedCopy | null {
  return list(`${prefix}${form}${aside}`)[0] ?? null;
}

export function dropAside(form: string, copy: UnsavedCopy): void {
  drop(asideKeyOf(form, copy));
}

/** Throws away what nobody came back for. */
export function dropOldCopies(now: number): void {
  for (const key of keysOf(prefix)) {
    const copy = read(key);
    if (!copy || now - copy.at > keptForMs) drop(key);
  }
}

/** The same of one form, all of it. */
export function dropCopies(form: string): void {
  for (const key of keysOf(`${prefix}${form}:`)) drop(key);
}

function list(start: string): UnsavedCopy[] {
  const copies = keysOf(start).map(read);
  return copies.filter((copy) => copy !== null).toSorted((one, other) => other.at - one.at);
}

const keysOf = (start: string) =>
  whereAllowed(() => Object.keys(localStorage).filter((key) => key.startsWith(start))) ?? [];
const has = (key: string) => whereAllowed(() => localStorage.getItem(key) !== null) ?? false;
const drop = (key: string) => whereAllowed(() => localStorage.removeItem(key));
const write = (key: string, copy: UnsavedCopy) =>
  whereAllowed(() => localStorage.setItem(key, JSON.stringify(copy)));

function read(key: string): UnsavedCopy | null {
  return whereAllowed(() => {
    const copy: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    const isCopy = typeof copy === "object" && copy !== null && "values" in copy && "formId" in copy;
    // Written by `write` alone.
    return isCopy ? (copy as UnsavedCopy) : null;
  });
}

/** A browser may refuse storage, or have none left: the server keeps the draft in any case. */
function whereAllowed<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
