import { draftInput } from "@/lib/draft/draft-rules";
import { type KeptValues, keptValues } from "@/lib/result";

/** What stands in a form, as its draft has it. */
export function formValues(form: HTMLFormElement): KeptValues {
  return draftInput(keptValues(new FormData(form)));
}

/** Puts values into a form as if they had been typed; what the form has no input for falls away. */
export function fillIn(form: HTMLFormElement, values: KeptValues): void {
  for (const [name, value] of Object.entries(values)) {
    const input = form.elements.namedItem(name);
    if (typeof value !== "string" || !isInput(input) || input.value === value) continue;
    input.value = value;
    const told = input instanceof RadioNodeList ? input[0] : input;
    told?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

function isInput(
  found: Element | RadioNodeList | null,
): found is HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | RadioNodeList {
  return found !== null && "value" in found;
}
