import type { ReactNode } from "react";
import { WorkFooter } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { StaffHeader } from "@/components/layout/staff-header";
import { staffNav } from "@/lib/auth/staff-nav";
import type { Viewer } from "@/lib/auth/viewer";
import { paths } from "@/lib/paths";
import { IdleWarning } from "./idle-warning";
import { ViewerMenu } from "./viewer-menu";

type Props = {
  viewer: Viewer;
  /** As of this request (`getSessionRemainingMs`); null is only for a viewer who was signed out meanwhile. */
  sessionRemainingMs: number | null;
  /** Key of the page in the navigation. */
  current?: string;
  /** This page's path: where sign-in comes back to. */
  path: string;
  demo?: boolean;
  /** For a wide table: up to 1600. */
  wide?: boolean;
  children: ReactNode;
};

/** Open to everybody, and what people on the work pages look things up in. */
const register = [
  { key: "dashboard", label: "总览", href: paths.dashboard() },
  { key: "projects", label: "项目台账", href: paths.projects() },
];

/** The frame of every page below /staff. */
export function StaffShell({ viewer, sessionRemainingMs, current, path, demo, wide, children }: Props) {
  return (
    <PageShell
      width={wide ? "wide" : "work"}
      demo={demo}
      header={
        <StaffHeader
          items={[...staffNav(viewer), ...register]}
          current={current}
          account={<ViewerMenu viewer={viewer} />}
        />
      }
      footer={<WorkFooter />}
    >
      {children}
      <IdleWarning remainingMs={sessionRemainingMs ?? 0} signInHref={paths.signIn(path)} />
    </PageShell>
  );
}
