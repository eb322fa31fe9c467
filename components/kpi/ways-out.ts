import type { UnverifiedProject } from "@/lib/kpi/dashboard-dto";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import { paths } from "@/lib/paths";
import type { WayOut } from "./answer-panel";

type Access = { isSignedIn: boolean; canAssign: boolean; canVerify: boolean };

/** What the viewer can do about what the dashboard says, the most useful first. */
export function waysOut(
  unverified: readonly UnverifiedProject[],
  internal: Pick<InternalDashboard, "problems"> | null,
  access: Access,
): WayOut[] {
  const first = unverified[0];
  const problems = internal?.problems.count ?? 0;
  return [
    first && access.canAssign && { label: "指定责任单位", href: "#unverified" },
    first && access.canVerify && { label: "发起现状核实", href: paths.staffStatusCheck(first.code) },
    first &&
      !access.isSignedIn && {
        label: "登录后发起现状核实、指定责任单位",
        href: paths.signIn(paths.dashboard()),
      },
    problems > 0 && { label: `查看 ${problems} 个待协调的问题`, href: "#problems" },
  ].filter((way) => way !== false && way !== undefined);
}
