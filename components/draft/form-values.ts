import { draftInput } from "@/lib/draft/draft-rules";
import { type KeptValues, keptValues } from "@/lib/result";

/** What stands in a form, as its draft has it; a box without its tick is empty. */
export function formValues(form: HTMLFormElement): KeptValues {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("input[type=checkbox][name]")];
  const empty = Object.fromEntries(boxes.map(({ name }) => [name, ""]));
  return draftInput({ ...empty, ...keptValues(new FormData(form)) });
}

/** Whether something stands in a form that did not come with the page: it was typed before the page's script ran. */
export function wasTypedInto(form: HTMLFormElement): boolean {
  return [...form.elements].some((input) => {
    if (input instanceof HTMLTextAreaElement) return linesOf(input.value) !== linesOf(input.defaultValue);
    if (input instanceof HTMLSelectElement) return input.selectedIndex !== selectedAtFirst(input);
    if (!(input instanceof HTMLInputElement) || input.type === "hidden") return false;
    const isTicked = input.type === "checkbox" || input.type === "radio";
    return isTicked ? input.checked !== input.defaultChecked : input.value !== input.defaultValue;
  });
}

const linesOf = (text: string) => text.replace(/\r\n?/g, "\n");

function selectedAtFirst({ options }: HTMLSelectElement): number {
  return Math.max(
    0,
    [...options].findIndex(({ defaultSelected }) => defaultSelected),
  );
}

/** Puts values into a form as if they had been typed; what the form has no input for falls away. */
export function fillIn(form: HTMLFormElement, values: KeptValues): void {
  for (const [name, value] of Object.entries(values)) {
    const input = form.elements.namedItem(name);
    if (typeof value !== "string" || !isInput(input) || !putIn(input, value)) continue;
    const told = input instanceof RadioNodeList ? input[0] : input;
    told?.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** Whether it was something else before. */
function putIn(input: FormInput, value: string): boolean {
  if (input instanceof HTMLInputElement && input.type === "checkbox") {
    const isTicked = value === input.value;
    const changes = isTicked !== input.checked;
    input.checked = isTicked;
    return changes;
  }
  if (input.value === value) return false;
  input.value = value;
  return true;
}

type FormInput = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement | RadioNodeList;

function isInput(found: Element | RadioNodeList | null): found is FormInput {
  return found !== null && "value" in found;
}
