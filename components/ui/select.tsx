import type { ComponentProps } from "react";
import { Field, type FieldText, fieldWiring } from "./field";

export type Option = { value: string; label: string };

/** The options of a set of values with their words, in its order. */
export function optionsOf(labels: Record<string, string>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

type Props = FieldText &
  Omit<ComponentProps<"select">, "className" | "children"> & {
    name: string;
    options: readonly Option[];
  };

/** One of many; for up to five short answers use `Choice`. */
export function Select({ label, hint, error, echo, optional, options, ...rest }: Props) {
  const id = rest.id ?? rest.name;
  const text = { label, hint, error, echo, optional };
  return (
    <Field id={id} {...text}>
      <select {...rest} {...fieldWiring(id, text)} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
