import type { ReactNode } from "react";
import { Masthead } from "./masthead";
import { MastheadSearch } from "./masthead-search";
import { publicNav } from "./public-nav";

type Props = {
  current?: string;
  /** `Account`, or `SignInLink` for a visitor of the open dashboard. */
  end: ReactNode;
};

/** The masthead of the dashboard: the public pages and the search. */
export function OfficialHeader({ current, end }: Props) {
  return (
    <Masthead area="领导看板" items={publicNav} current={current} search={<MastheadSearch />} end={end} />
  );
}
