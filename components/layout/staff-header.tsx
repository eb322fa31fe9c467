import type { ReactNode } from "react";
import { Masthead, type NavItem } from "./masthead";

type Props = {
  /** Only what the viewer may open. */
  items: readonly NavItem[];
  current?: string;
  account: ReactNode;
};

/** The masthead of the work pages. */
export function StaffHeader({ items, current, account }: Props) {
  return <Masthead area="工作台" items={items} current={current} end={account} />;
}
