import type { ComponentProps } from "react";
import { Field, type FieldText, fieldWiring } from "./field";

type Props = FieldText & Omit<ComponentProps<"input">, "className" | "type"> & { name: string; unit: string };

/** A number with its unit glued to its right. */
export function UnitInput({ label, hint, error, echo, optional, unit, ...rest }: Props) {
  const id = rest.id ?? rest.name;
  const text = { label, hint, error, echo, optional };
  return (
    <Field id={id} {...text}>
      <div className="unit">
        <input
          autoComplete="off"
          inputMode="decimal"
          {...rest}
          {...fieldWiring(id, text)}
          type="text"
          className="input num"
        />
        <span>{unit}</span>
      </div>
    </Field>
  );
}
