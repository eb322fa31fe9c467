import { classNames } from "./class-names";
import type { IconName } from "./icon-symbols";

export type ButtonLook = {
  /** `go` is filled, for the one main step; `bare` has no border. */
  variant?: "go" | "bare";
  /** `sm` (32 px) is for tables and toolbars. */
  size?: "sm";
  icon?: IconName;
  wide?: boolean;
};

/** What a button and a link that looks like one share. */
export function buttonClass({ variant, size, wide }: ButtonLook): string | undefined {
  return classNames("btn", variant, size, wide && "w-full");
}
