import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import type { IconName } from "./icon-symbols";

/** `late` is red and only for lateness on officials' and staff pages; an error is `bad`: ink on pale yellow. */
const icons = {
  info: "info",
  ok: "ok",
  warn: "warn",
  bad: "bad",
  late: "red",
} as const satisfies Record<string, IconName>;

type Props = { tone?: keyof typeof icons; role?: "status" | "alert"; noPrint?: boolean; children: ReactNode };

/** What happened, then what to do. */
export function Note({ tone = "info", role, noPrint, children }: Props) {
  return (
    <div className={classNames("note", tone !== "info" && tone, noPrint && "no-print")} role={role}>
      <Icon name={icons[tone]} />
      <p>{children}</p>
    </div>
  );
}
