import type { IsoDate } from "@/lib/format/calendar-day";
import type { evidenceKindText } from "@/lib/text/evidence-text";

/** What of the register a change is about; `standing` is a wrongly recorded stage or condition. */
export const registerSubjects = ["organization", "place", "agreement", "project", "standing"] as const;
export type RegisterSubject = (typeof registerSubjects)[number];

/** New in the register (登记), the world changed (变更), or the record was wrong (更正). */
export const changeKinds = ["creation", "change", "correction"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** On what a change rests; the public may read it. */
export type Evidence = { kind: keyof typeof evidenceKindText; text: string; on: IsoDate };

/** Content is plain JSON: money as a string of whole units, dates as ranges, nothing as null. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };
export type RegisterContent = { readonly [field: string]: JsonValue };

/** The fields in which two contents differ, in the order of the newer. */
export function changedFields(before: RegisterContent | null, after: RegisterContent): string[] {
  return Object.keys(after).filter((field) => !isSame(before?.[field] ?? null, after[field] ?? null));
}

/** The fields that a creation states: those that are neither null nor an empty list. */
export function statedFields(content: RegisterContent): string[] {
  return Object.keys(content).filter((field) => {
    const value = content[field] ?? null;
    return value !== null && !(Array.isArray(value) && value.length === 0);
  });
}

const identity = [
  "name",
  "shortName",
  "aliases",
  "title",
  "callName",
  "parties",
  "signed",
  "investors",
  "newInvestors",
  "newPlace",
  "agreement",
];

/** Whether a change touches what a thing is known by. */
export function changesIdentity(before: RegisterContent, after: RegisterContent): boolean {
  return changedFields(before, after).some((field) => identity.includes(field));
}

/** Whether two values of a content say the same, whatever the order of their keys. */
export function isSame(one: JsonValue, other: JsonValue): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: JsonValue): string {
  return JSON.stringify(value, (_key, inner: JsonValue) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a.localeCompare(b)))
      : inner,
  );
}

/** What a thing is called: by its title or name, else by our words for it. */
export function titleOfContent({ title, name, callName }: RegisterContent): string {
  const found = [title, name, callName].find((text) => typeof text === "string" && text !== "");
  return typeof found === "string" ? found : "";
}
