import type { Metadata } from "next";
import { getViewer } from "@/lib/auth/current-viewer";
import { DashboardView } from "./dashboard-view";

export const metadata: Metadata = { title: "总览" };

type Props = { searchParams: Promise<{ asOf?: string | string[] }> };

/** The dashboard of whoever has a session; the proxy sends everybody else to the stored one. */
export default async function DashboardPage({ searchParams }: Props) {
  const [{ asOf }, viewer] = await Promise.all([searchParams, getViewer()]);
  return <DashboardView asOf={asOf} viewer={viewer} />;
}
