import { PhotoGrid } from "@/components/attachment/photo-grid";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import { shanghaiDay } from "@/lib/format/shanghai-time";
import { reportAnchor } from "@/lib/paths";
import type { CorrectedReport, PublicReport } from "@/lib/project/project-dto";
import { conditionText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { stageText } from "@/lib/text/stage-text";

const shownReports = 20;

/** The latest published reports, newest first. */
export function ReportList({ reports }: { reports: readonly PublicReport[] }) {
  return (
    <Section
      id="reports"
      title="进展填报"
      note={reports.length === shownReports ? `最近 ${shownReports} 期` : undefined}
    >
      {reports.length === 0 ? (
        <EmptyState title={missingText.not_reported}>有新进展并经审核后，会显示在这里。</EmptyState>
      ) : (
        <ol className="log">
          {reports.map((report) => (
            <ReportEntry key={report.id} report={report} />
          ))}
        </ol>
      )}
    </Section>
  );
}

function ReportEntry({ report }: { report: PublicReport }) {
  const facts = reportFacts(report);
  return (
    <li id={reportAnchor(report.id)}>
      <time dateTime={report.period.slice(0, 7)}>{formatMonth(report.period)}</time>
      <div>
        <p>{report.summary}</p>
        {facts.length > 0 && <p className="small">{facts.join("；")}</p>}
        <PhotoGrid photos={report.photos} when={formatMonth(report.period)} />
        <p className="small faint">{`${shanghaiDay(new Date(report.publishedAt))} 发布`}</p>
        {report.corrected.map((version) => (
          <CorrectedVersion key={version.id} version={version} />
        ))}
      </div>
    </li>
  );
}

/** What a report said before it was corrected; it stays readable. */
function CorrectedVersion({ version }: { version: CorrectedReport }) {
  const facts = reportFacts(version);
  const day = (instant: string) => shanghaiDay(new Date(instant));
  return (
    <details className="small">
      <summary>{`${day(version.correctedAt)} 更正：${version.reason}`}</summary>
      <p className="soft">{`原文（${day(version.publishedAt)} 发布，已更正）：${version.summary}`}</p>
      {facts.length > 0 && <p className="soft">{facts.join("；")}</p>}
    </details>
  );
}

function reportFacts(report: Omit<CorrectedReport, "correctedAt" | "reason">): string[] {
  const { stageChange, conditionChange, percent, arrivedFunds, completedInvestment } = report;
  return [
    stageChange && `阶段进入${stageText[stageChange.stage]}，${formatDateRange(stageChange.effective)}`,
    conditionChange && `状况：${conditionText[conditionChange]}`,
    percent !== null && `形象进度 ${percent}%`,
    ...report.milestonesMet.map(({ title, actual }) => `节点完成：${title}，${formatDateRange(actual)}`),
    ...report.readings.map(({ indicator, value, unit }) =>
      `${indicator} ${formatNumber(value)} ${unit ?? ""}`.trim(),
    ),
    arrivedFunds && `累计到位资金 ${formatMoney(arrivedFunds)}`,
    completedInvestment && `累计完成投资 ${formatMoney(completedInvestment)}`,
  ].filter((fact) => typeof fact === "string");
}
