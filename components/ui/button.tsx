import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look";
import { Icon } from "./icon";

type Props = Omit<ComponentProps<"button">, "className"> & ButtonLook & { busy?: boolean };

/** A verb; `go` at most once per decision. Type `button` unless told to submit. */
export function Button({ variant, size, icon, wide, busy, type = "button", children, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ variant, size, wide })}
      aria-busy={busy || undefined}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
