import type { ComponentProps } from "react";
import { Field, type FieldText, fieldWiring } from "./field";

type Props = FieldText & Omit<ComponentProps<"input">, "className"> & { name: string; wide?: boolean };

/** One line of text, a password or a search; dates are lenient text, never a date picker. */
export function TextInput({ label, hint, error, echo, optional, wide, type = "text", ...rest }: Props) {
  const id = rest.id ?? rest.name;
  const text = { label, hint, error, echo, optional };
  return (
    <Field id={id} wide={wide} {...text}>
      <input autoComplete="off" {...rest} {...fieldWiring(id, text)} type={type} className="input" />
    </Field>
  );
}
