import type { ComponentProps } from "react";
import { type ButtonLook, buttonClass } from "./button-look";
import { Icon } from "./icon";

type Props = Omit<ComponentProps<"a">, "className"> & ButtonLook & { href: string };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ variant, size, icon, wide, children, ...rest }: Props) {
  return (
    <a {...rest} className={buttonClass({ variant, size, wide })}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
