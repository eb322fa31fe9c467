import type { Metadata } from "next";
import { DashboardFrame } from "@/components/kpi/dashboard-frame";
import { DashboardHead } from "@/components/kpi/dashboard-head";
import { DashboardPanels } from "@/components/kpi/dashboard-panels";
import { getViewer } from "@/lib/auth/current-viewer";
import { today } from "@/lib/clock";
import { dashboardAccess } from "@/lib/kpi/dashboard-access";
import { getDashboard } from "@/lib/kpi/dashboard-queries";
import { askedDay } from "@/lib/kpi/day-parameter-rules";
import { getInternalDashboard } from "@/lib/kpi/internal-queries";
import { getPublicStats } from "@/lib/kpi/kpi-queries";
import { getSiteStatus } from "@/lib/site/site-queries";

export const metadata: Metadata = { title: "总览" };

type Props = { searchParams: Promise<{ asOf?: string | string[] }> };

/** 总览: published figures for everybody, and the internal panels for officials, staff and reviewers. */
export default async function DashboardPage({ searchParams }: Props) {
  const [{ asOf }, now, { isDemo }, viewer] = await Promise.all([
    searchParams,
    today(),
    getSiteStatus(),
    getViewer(),
  ]);
  const { day, notice } = askedDay(asOf, now);
  const access = dashboardAccess(viewer);
  const [stats, dashboard, internal] = await Promise.all([
    getPublicStats(day),
    getDashboard(day),
    access.canSeeInternal ? getInternalDashboard(viewer, day) : null,
  ]);
  return (
    <DashboardFrame viewer={viewer} demo={isDemo}>
      <DashboardHead
        sourcedOn={dashboard.sources.newestOn}
        reportedOn={dashboard.newestReportOn}
        asOf={day}
        today={now}
        notice={notice}
      />
      <DashboardPanels stats={stats} dashboard={dashboard} internal={internal} access={access} />
    </DashboardFrame>
  );
}
