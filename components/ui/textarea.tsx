import type { ComponentProps } from "react";
import { Field, type FieldText, fieldWiring } from "./field";

type Props = FieldText & Omit<ComponentProps<"textarea">, "className"> & { name: string };

/** Several lines of text. */
export function Textarea({ label, hint, error, echo, optional, rows = 4, ...rest }: Props) {
  const id = rest.id ?? rest.name;
  const text = { label, hint, error, echo, optional };
  return (
    <Field id={id} {...text}>
      <textarea {...rest} {...fieldWiring(id, text)} rows={rows} className="input" />
    </Field>
  );
}
