import { EditorialSlip } from "@/components/progress/editorial-slip";
import { Missing } from "@/components/source/missing";
import { Gauge } from "@/components/ui/gauge";
import { KeyValues } from "@/components/ui/key-values";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { PhoneToggle } from "@/components/ui/phone-toggle";
import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import { paths } from "@/lib/paths";
import type { FormCommitment, ReportFormDto } from "@/lib/progress/progress-queries";
import type { ProblemContent, ReportContentDto } from "@/lib/progress/report-content";
import { problemCategoryText } from "@/lib/text/problem-text";

type Props = {
  form: ReportFormDto;
  /** What the report beside the form is to it. */
  lastTitle?: string;
};

/** Beside the report form: what was returned, what the last report said, what was promised and what is open. */
export function ReportContext({ form, lastTitle = "上期填报" }: Props) {
  const { last, commitments, openProblems, returned, today, project } = form;
  return (
    <aside className="stack sticky context" aria-label="上期、承诺和问题">
      <PhoneToggle label="看上期填报、承诺和问题">
        <div className="stack">
          {returned && (
            <Panel id="returned" title="审核员的意见" note={<EditorialSlip state="returned" />}>
              <p>{returned.reason}</p>
            </Panel>
          )}
          <LastReport title={lastTitle} last={last} commitments={commitments} />
          {commitments.some(({ target }) => target !== null) && (
            <Panel id="scale" title="承诺和已报数" note="竖线是承诺值">
              <div className="stack text-xs">
                {commitments.map((commitment) => (
                  <Promised key={commitment.ordinal} commitment={commitment} />
                ))}
              </div>
            </Panel>
          )}
          {openProblems.length > 0 && (
            <OpenProblems problems={openProblems} today={today} code={project.code} />
          )}
          <Note>提交后由审核员核对。审核通过前，公众看不到。</Note>
        </div>
      </PhoneToggle>
    </aside>
  );
}

type LastReportProps = Pick<ReportFormDto, "last" | "commitments"> & { title: string };

function LastReport({ title, last, commitments }: LastReportProps) {
  const note = last && (
    <>
      {formatMonth(last.period)} <EditorialSlip state="published" />
    </>
  );
  return (
    <Panel id="last" title={title} note={note}>
      {last ? <KeyValues items={lastItems(last, commitments)} /> : <Missing why="not_reported" />}
    </Panel>
  );
}

function Promised({ commitment: { indicator, target, last, unit } }: { commitment: FormCommitment }) {
  if (target === null) return null;
  return (
    <div>
      <div className="row between">
        <b>{indicator}</b>
        <span>{`${last === null ? "尚未填报" : formatNumber(last)} / ${formatNumber(target)} ${unit}`}</span>
      </div>
      <Gauge ratio={last === null || target === 0 ? null : last / target} className="mt-2 mb-1" />
    </div>
  );
}

type OpenProblemsProps = { problems: readonly ProblemContent[]; today: IsoDate; code: string };

function OpenProblems({ problems, today, code }: OpenProblemsProps) {
  return (
    <Panel
      id="open-problems"
      title={`没解决的问题，${problems.length} 个`}
      note={<a href={paths.problems({ project: code, state: "all" })}>全部问题</a>}
    >
      <ul className="stack text-xs">
        {problems.map(({ key, category, department, text, raisedOn }) => (
          <li key={key}>
            <b>{text}</b>
            <br />
            {`${problemCategoryText[category]}，需${department}协调，已 ${daysBetween(raisedOn, today)} 天`}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function lastItems(last: ReportContentDto, commitments: readonly FormCommitment[]) {
  const money = (amount: string | null) => (amount ? formatMoney({ amount, currency: "CNY" }) : "未填");
  return [
    ...commitments.map(({ ordinal, indicator, unit }) => {
      const value = last.readings.find((reading) => reading.ordinal === ordinal)?.value;
      return { term: indicator, value: value === undefined ? "未填" : `${formatNumber(value)} ${unit}` };
    }),
    { term: "形象进度", value: last.percent === null ? "未填" : `${last.percent}%` },
    { term: "到位资金", value: money(last.arrivedFunds) },
    { term: "完成投资", value: money(last.completedInvestment) },
    { term: "本期进展", value: last.summary },
    ...(last.nextSteps ? [{ term: "下一步", value: last.nextSteps }] : []),
  ];
}
