import type { ReactNode } from "react";
import { classNames } from "./class-names";

type CellProps = {
  /** Repeated before the value when the table becomes cards on a phone. */
  label: string;
  /** A number: aligned to the end. */
  numeric?: boolean;
  /** Stays on the second line of a `two-line` row on a phone. */
  secondLine?: boolean;
  /** Left out of the cards on a phone. */
  skipOnPhone?: boolean;
  children: ReactNode;
};

/** A cell of a `t cards` or `t two-line` table. */
export function Cell({ label, numeric, secondLine, skipOnPhone, children }: CellProps) {
  return (
    <td data-l={label} className={classNames(numeric && "n", secondLine && "on2", skipOnPhone && "skip-s")}>
      <div className="v">{children}</div>
    </td>
  );
}

/** The cell that names its row. */
export function RowHead({ nowrap, children }: { nowrap?: boolean; children: ReactNode }) {
  return (
    <th scope="row">
      <div className={classNames("v", nowrap && "nowrap")}>{children}</div>
    </th>
  );
}
