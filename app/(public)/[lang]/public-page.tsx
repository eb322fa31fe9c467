import type { ReactNode } from "react";
import { PublicFooter } from "@/components/layout/footer";
import { PageShell } from "@/components/layout/page-shell";
import { PrintLine } from "@/components/layout/print-line";
import { PublicHeader } from "@/components/layout/public-header";
import type { PublicNavKey } from "@/components/layout/public-nav";
import { RecordAndDay } from "@/components/layout/record-and-day";
import { Breadcrumbs, type Crumb } from "@/components/ui/breadcrumbs";
import { today } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { getSiteStatus } from "@/lib/site/site-queries";

type Props = {
  current?: PublicNavKey;
  /** The last step of the way here; the home page has none. */
  title?: string;
  /** The steps between home and this page. */
  trail?: readonly Crumb[];
  children: ReactNode;
};

/** The frame of a public page that speaks of the register as a whole or of one of its parts. */
export async function PublicPage({ current, title, trail = [], children }: Props) {
  const [day, { isDemo, sourcedOn, reportedOn }] = await Promise.all([today(), getSiteStatus()]);
  return (
    <PageShell
      width="public"
      header={<PublicHeader current={current} />}
      footer={<PublicFooter sourcedOn={sourcedOn} reportedOn={reportedOn} day={day} />}
      demo={isDemo}
    >
      {title && <Breadcrumbs trail={[{ label: "首页", href: paths.home() }, ...trail]} current={title} />}
      <PrintLine>
        <RecordAndDay sourcedOn={sourcedOn} reportedOn={reportedOn} day={day} />
      </PrintLine>
      {children}
    </PageShell>
  );
}
