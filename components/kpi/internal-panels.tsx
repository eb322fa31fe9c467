import type { ReactNode } from "react";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { AllGreyPanel } from "./all-grey-panel";
import { LightBoard } from "./light-board";
import { ProblemsPanel } from "./problems-panel";
import { SilentPanel } from "./silent-panel";

type Props = {
  internal: InternalDashboard;
  stats: PublicStats;
  /** How fresh the data are. */
  data: ReactNode;
};

/** Problems, silence and lights: for officials, staff and reviewers. */
export function InternalPanels({ internal, stats, data }: Props) {
  const { lights, lapsed, silent, problems } = internal;
  const isAllGrey = stats.total > 0 && lights.unverified.count === stats.total;
  const sides = [
    problems.count > 0 && <ProblemsPanel key="problems" problems={problems} asOf={stats.asOf} />,
    silent.length > 0 && <SilentPanel key="silent" silent={silent} asOf={stats.asOf} />,
  ].filter(Boolean);
  return (
    <>
      {sides.length > 0 && <div className={sides.length > 1 ? "grid two gap-4" : "grid"}>{sides}</div>}
      {isAllGrey ? (
        <div className="grid two gap-4">
          <AllGreyPanel count={stats.total} />
          {data}
        </div>
      ) : (
        <>
          <LightBoard lights={lights} lapsed={lapsed} lapsedCount={stats.tracking.lapsed} />
          {data}
        </>
      )}
    </>
  );
}
