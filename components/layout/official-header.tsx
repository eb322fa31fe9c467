import type { ReactNode } from "react";
import { Masthead, type NavItem } from "./masthead";
import { MastheadSearch } from "./masthead-search";
import { publicNav } from "./public-nav";

type Props = {
  current?: string;
  /** The pages this viewer may open; the public ones when not given. */
  items?: readonly NavItem[];
  /** `Account`, or `SignInLink` for a visitor of the open dashboard. */
  end: ReactNode;
};

export function OfficialHeader({ current, items = publicNav, end }: Props) {
  return <Masthead area="领导看板" items={items} current={current} search={<MastheadSearch />} end={end} />;
}
