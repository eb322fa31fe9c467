import { formValues } from "@/components/draft/form-values";
import { changesTo } from "@/lib/draft/draft-rules";
import { numberedValues, templateField } from "@/lib/register-change/project-row-rules";
import type { KeptValues } from "@/lib/result";

/** Does what a button among the fields asks for, and goes to the first input that it made. */
export function growForm(
  form: HTMLFormElement,
  { name, value }: HTMLButtonElement,
  fillIn: (values: KeptValues) => void,
): void {
  const before = new Set(inputsOf(form).map((input) => input.name));
  const asked = { ...formValues(form), [name]: value };
  fillIn(name === templateField ? changesTo(numberedValues(asked), asked) : { [name]: value });
  inputsOf(form)
    .find((input) => !before.has(input.name))
    ?.focus();
}

function inputsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name]:not([type=hidden])")];
}
