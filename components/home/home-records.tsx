import type { ReactNode } from "react";
import { CitationChips } from "@/components/source/citation-chips";
import { Section } from "@/components/ui/section";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatFigure } from "@/lib/format/figure";
import type { FigureSubject, Home, HomeRecord } from "@/lib/home/home-dto";
import { paths } from "@/lib/paths";
import type { Citation } from "@/lib/source/citation-dto";
import { stageText } from "@/lib/text/stage-text";

/** What the register knows to have happened, the newest first. Nothing when it knows of nothing. */
export function HomeRecords({ records }: { records: Home["records"] }) {
  const [newest] = records;
  if (!newest) return null;
  return (
    <Section id="records" title="记录中的事件" note={`最近一条是 ${formatMonth(newest.on.to)}`}>
      <ol className="log">
        {records.map((record) => (
          <li key={JSON.stringify([record.kind, record.on, nameOf(record)])}>
            <time dateTime={record.on.to}>{formatDateRange(record.on)}</time>
            <div>{content(record)}</div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function nameOf(record: HomeRecord): string {
  switch (record.kind) {
    case "event":
      return record.title;
    case "agreement":
      return record.code;
    case "stage":
      return record.project.code;
    case "figures":
      return record.subject.name;
  }
}

function content(record: HomeRecord): ReactNode {
  switch (record.kind) {
    case "event":
      return <EventRecord record={record} />;
    case "agreement":
      return <AgreementRecord record={record} />;
    case "stage":
      return <StageRecord record={record} />;
    case "figures":
      return <FigureRecord record={record} />;
  }
}

function EventRecord({ record }: { record: Extract<HomeRecord, { kind: "event" }> }) {
  return (
    <>
      <b>{record.title}</b>。{record.description}
      {record.agreements.map(({ code, callName }, index) => (
        <span key={code}>
          {index === 0 ? "协议 " : "、"}
          <a href={paths.agreement(code)} title={callName}>
            {code}
          </a>
          {index === record.agreements.length - 1 && "。"}
        </span>
      ))}
      <Origin citations={record.citations} />
    </>
  );
}

function AgreementRecord({ record }: { record: Extract<HomeRecord, { kind: "agreement" }> }) {
  const { code, name, parties } = record;
  return (
    <>
      {`${parties.join("、")}签订`}
      <a href={paths.agreement(code)}>{name}</a>。
      <br />
      <span className="small faint">出自协议页的登记</span>
    </>
  );
}

function StageRecord({ record }: { record: Extract<HomeRecord, { kind: "stage" }> }) {
  const { project, stages, citations } = record;
  return (
    <>
      <a href={paths.project(project.code)}>{project.name}</a>
      {`：${stages.map((stage) => stageText[stage]).join("、")}。`}
      <Origin citations={citations} />
    </>
  );
}

function FigureRecord({ record }: { record: Extract<HomeRecord, { kind: "figures" }> }) {
  const { subject, figures } = record;
  return (
    <>
      <SubjectName subject={subject} />
      {`：${figures.map((figure) => `${figure.metric} ${formatFigure(figure)}`).join("，")}。`}
      <Origin citations={figures.flatMap(({ citations }) => citations)} />
    </>
  );
}

function SubjectName({ subject: { name, projectCode, enterpriseSlug } }: { subject: FigureSubject }) {
  if (projectCode) return <a href={paths.project(projectCode)}>{name}</a>;
  return enterpriseSlug ? <a href={paths.enterprise(enterpriseSlug)}>{name}</a> : name;
}

/** Reports are on the project's own page, to which the name above leads. */
function Origin({ citations }: { citations: readonly Citation[] }) {
  const documents = citations.filter(({ source }) => source !== null);
  return (
    <>
      <br />
      {documents.length > 0 ? (
        <CitationChips citations={documents} withDate />
      ) : (
        <span className="small faint">出自项目页的登记、填报或核实</span>
      )}
    </>
  );
}
