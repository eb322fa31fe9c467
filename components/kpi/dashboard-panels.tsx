import { matrixCaption } from "@/lib/kpi/chart-sentence";
import type { Dashboard } from "@/lib/kpi/dashboard-dto";
import { answerOf, silenceSentence, stagesSentence } from "@/lib/kpi/dashboard-sentence";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import type { PublicStats } from "@/lib/kpi/kpi-dto";
import { AnswerPanel } from "./answer-panel";
import { DataPanel } from "./data-panel";
import { EnterpriseMatrix } from "./enterprise-matrix";
import { InternalPanels } from "./internal-panels";
import { KpiTiles } from "./kpi-tiles";
import { LatePanel } from "./late-panel";
import { PlaceFigure } from "./place-figure";
import { PromiseFigure } from "./promise-figure";
import { StageSeriesFigure } from "./stage-series-figure";
import { UnverifiedPanel } from "./unverified-panel";
import { waysOut } from "./ways-out";

type Props = {
  stats: PublicStats;
  dashboard: Dashboard;
  /** Null: only what is published. */
  internal: InternalDashboard | null;
  access: { isSignedIn: boolean; canAssign: boolean; canVerify: boolean };
};

/** The answer, the rates, what is late, then what they rest on. */
export function DashboardPanels({ stats, dashboard, internal, access }: Props) {
  const { asOf, stages, tracking } = stats;
  const { series, matrix, promises, unverified } = dashboard;
  const data = (
    <DataPanel
      sources={dashboard.sources}
      newestReportOn={dashboard.newestReportOn}
      pendingReviews={internal?.pendingReviews ?? null}
    />
  );
  return (
    <div className="grid">
      <AnswerPanel
        answer={answerOf(stats, dashboard, internal)}
        stages={stagesSentence(stats)}
        silence={silenceSentence(dashboard, asOf)}
        waysOut={waysOut(unverified, internal, access)}
      />
      <KpiTiles total={stats.total} kpis={stats.kpis} />
      {internal && internal.late.count > 0 && <LatePanel late={internal.late} />}
      <div className="grid two gap-4">
        <EnterpriseMatrix
          caption={matrixCaption(stages, series.lastRecordOn, asOf)}
          totals={stages}
          matrix={matrix}
        />
        <StageSeriesFigure series={series} asOf={asOf} />
      </div>
      {unverified.length > 0 && (
        <UnverifiedPanel projects={unverified} count={tracking.unverified} asOf={asOf} abilities={access} />
      )}
      <div className="grid two gap-4">
        <PromiseFigure promises={promises} asOf={asOf} />
        <PlaceFigure byPlace={stats.byPlace} />
      </div>
      {internal ? <InternalPanels internal={internal} stats={stats} data={data} /> : data}
    </div>
  );
}
