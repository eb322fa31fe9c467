import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import type { IconName } from "./icon-symbols";

type Tone = Extract<IconName, "info" | "ok" | "warn">;

type Props = { tone?: Tone; role?: "status"; children: ReactNode };

/** What happened, then what to do. */
export function Note({ tone = "info", role, children }: Props) {
  return (
    <div className={classNames("note", tone !== "info" && tone)} role={role}>
      <Icon name={tone} />
      <p>{children}</p>
    </div>
  );
}
