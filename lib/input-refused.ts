import type { Refusal } from "@/lib/refusal";
import { DomainError } from "@/lib/result";

/** Several fields are wrong at once; the first one stands for all where there is room for one message. */
export class InputRefused extends DomainError {
  constructor(readonly refusals: readonly [Refusal, ...Refusal[]]) {
    super(refusals[0].message, refusals[0].field);
  }
}

/** Throws when there is any refusal. */
export function refuseAny(refusals: readonly Refusal[]): void {
  const [first, ...rest] = refusals;
  if (first) throw new InputRefused([first, ...rest]);
}

/** The first message for each field. */
export function fieldErrorsOfRefusals(refusals: readonly Refusal[]): Record<string, string> {
  return Object.fromEntries(refusals.map(({ field, message }) => [field, message]).reverse());
}
