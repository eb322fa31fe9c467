import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DashboardView } from "@/app/(official)/dashboard/dashboard-view";
import { askedByDayKey } from "@/lib/kpi/dashboard-day-key";

type Props = { params: Promise<{ day: string }> };

export const metadata: Metadata = { title: "总览" };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { day: string }[] {
  return [];
}

/** The dashboard as everybody may see it; the proxy makes the day of the address' parameter. */
export default async function PublicDashboardPage({ params }: Props) {
  const asked = askedByDayKey((await params).day);
  if (!asked) notFound();
  return <DashboardView asOf={asked.asOf} viewer={null} />;
}
