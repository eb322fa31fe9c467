import type { ReactNode } from "react";
import { StaffShell } from "@/components/account/staff-shell";
import { getSessionRemainingMs } from "@/lib/auth/current-viewer";
import type { Viewer } from "@/lib/auth/viewer";
import { getSiteStatus } from "@/lib/site/site-queries";

type Props = {
  viewer: Viewer;
  /** This page's path: where sign-in comes back to. */
  path: string;
  /** Key of the page in the navigation. */
  current?: string;
  /** For a wide table: up to 1600. */
  wide?: boolean;
  children: ReactNode;
};

/** The frame of every page below /staff, with what it has to ask for. */
export async function StaffFrame(props: Props) {
  const [{ isDemo }, sessionRemainingMs] = await Promise.all([getSiteStatus(), getSessionRemainingMs()]);
  return <StaffShell {...props} demo={isDemo} sessionRemainingMs={sessionRemainingMs} />;
}
