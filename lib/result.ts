import type { Refusal } from "@/lib/refusal";

/** What the user can put right; the message says how, in Chinese. Anything else that is thrown is a bug. */
export class DomainError extends Error {
  override readonly name = "DomainError";

  constructor(
    message: string,
    /** The name of the form field that it is about. */
    readonly field?: string,
  ) {
    super(message);
  }

  /** What to say at each field. */
  get fieldErrors(): Record<string, string> {
    return this.field ? { [this.field]: this.message } : {};
  }
}

/** Somebody tried to decide on their own work or power; others have to, and the attempt is recorded. */
export class SeparationRefused extends DomainError {}

/** Several fields are wrong at once. */
export class InputRefused extends DomainError {
  constructor(private readonly errors: Record<string, string>) {
    super(Object.values(errors)[0] ?? "请先修改标出的地方。");
  }

  override get fieldErrors(): Record<string, string> {
    return this.errors;
  }
}

/** Each field with the first of its refusals. */
export function fieldErrorsOf(refusals: readonly Refusal[]): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { field, message } of refusals) errors[field] ??= message;
  return errors;
}

/** Throws when anything is refused. */
export function refuseAny(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new InputRefused(fieldErrorsOf(refusals));
}

/** The same on a page that shows the fields without inputs: its reader can only give it back to the author. */
export function refuseAsWhole(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first) throw new DomainError(`${first.message}现在不能发布，请退回给填报人。`);
}

/** What the user typed, by field name; a list where a name was sent more than once. */
export type KeptValues = Record<string, string | string[]>;

/** What a form shows again after a refusal. */
export type FormState = {
  message?: string;
  fieldErrors: Record<string, string>;
  values: KeptValues;
};

export const emptyFormState: FormState = { fieldErrors: {}, values: {} };

const neverKept = /^\$ACTION|password|secondFactor/i;

/** Everything that the user typed, so that nothing is typed twice; passwords, their codes and files are left out. */
export function keptValues(form: FormData): KeptValues {
  const names = [...new Set(form.keys())].filter((name) => !neverKept.test(name));
  const kept = names.map((name) => [withoutNul(name), form.getAll(name).flatMap(typedText)] as const);
  return Object.fromEntries(
    kept.flatMap(([name, values]) => (values.length > 0 ? [[name, oneOrMany(values)]] : [])),
  );
}

function typedText(value: FormDataEntryValue): string[] {
  return typeof value === "string" ? [withoutNul(value)] : [];
}

/** Postgres keeps no NUL, which may come with what is pasted. */
const withoutNul = (text: string) => text.replaceAll("\0", "");

/** The form state that a refusal leads to. */
export function refusal(error: DomainError, form: FormData): FormState {
  return { message: error.message, fieldErrors: error.fieldErrors, values: keptValues(form) };
}

function oneOrMany(values: string[]): string | string[] {
  const [only] = values;
  return values.length === 1 && only !== undefined ? only : values;
}
