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
const offered = ":offered";
const keptForMs = 30 * 24 * 3_600_000;

export function keepCopy(key: string, copy: UnsavedCopy): void {
  whereAllowed(() => localStorage.setItem(prefix + key, JSON.stringify(copy)));
}

export function dropCopy(key: string): void {
  whereAllowed(() => localStorage.removeItem(prefix + key));
}

/** Null: there is none. */
export function findCopy(key: string): UnsavedCopy | null {
  return whereAllowed(() => parse(localStorage.getItem(prefix + key)));
}

/** Puts a copy aside that its author has to look at, so that what they type meanwhile has its own. */
export function putAside(key: string, copy: UnsavedCopy): void {
  keepCopy(key + offered, copy);
  dropCopy(key);
}

export const findAside = (key: string) => findCopy(key + offered);
export const dropAside = (key: string) => dropCopy(key + offered);

/** Nobody came back for these. */
export function dropOldCopies(now: number): void {
  whereAllowed(() => {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(prefix)) continue;
      const copy = parse(localStorage.getItem(key));
      if (!copy || now - copy.at > keptForMs) localStorage.removeItem(key);
    }
  });
}

function parse(text: string | null): UnsavedCopy | null {
  const copy: unknown = text === null ? null : JSON.parse(text);
  const isCopy = typeof copy === "object" && copy !== null && "values" in copy && "formId" in copy;
  // Written by `keepCopy` alone.
  return isCopy ? (copy as UnsavedCopy) : null;
}

/** A browser may refuse storage, or have none left: the server keeps the draft in any case. */
function whereAllowed<Value>(use: () => Value): Value | null {
  try {
    return use();
  } catch {
    return null;
  }
}
