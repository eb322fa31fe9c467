import type { ReactNode } from "react";
import { FactsAside } from "@/components/layout/facts-aside";
import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import { formatMoney, type Money } from "@/lib/format/money";
import { paths } from "@/lib/paths";
import type { PublicProject } from "@/lib/project/project-dto";
import { citing } from "@/lib/source/citation-rules";
import { projectTypeText } from "@/lib/text/project-text";

/** The facts beside a project's story. */
export function ProjectFacts({ project }: { project: PublicProject }) {
  const { citations, reportedOn } = project;
  return (
    <FactsAside
      items={[
        { term: "企业", value: <Enterprises project={project} /> },
        { term: "类型", value: projectTypeText[project.type] },
        { term: "落户地", value: <Place project={project} /> },
        { term: "协议", value: <AgreementOf project={project} /> },
        { term: "责任单位", value: project.responsibleUnit ?? <Missing why="unassigned" /> },
        { term: "形象进度", value: percentOf(project.percent) },
        { term: "计划总投资", value: <Stated project={project} field="plannedInvestment" /> },
        { term: "协议投资额", value: <Stated project={project} field="agreedInvestment" /> },
        {
          term: "到位资金",
          value: moneyOr(project.arrivedFunds, <UnpublishedMoney reportedOn={reportedOn} />),
        },
        {
          term: "完成投资",
          value: moneyOr(project.completedInvestment, <UnpublishedMoney reportedOn={reportedOn} />),
        },
        { term: "出处", value: <CitationChips citations={citing(citations, "name", "enterprises")} /> },
      ]}
    />
  );
}

function Enterprises({ project: { enterprises, citations } }: { project: PublicProject }) {
  return (
    <>
      {enterprises.map(({ slug, shortName }, index) => (
        <span key={slug}>
          {index > 0 && "、"}
          <a href={paths.enterprise(slug)}>{shortName}</a>
        </span>
      ))}
      {enterprises.length > 1 && <span className="faint">（共同投资项目）</span>}{" "}
      <InferredField citations={citations} fields={["enterprises"]} />
    </>
  );
}

function Place({ project: { place, citations } }: { project: PublicProject }) {
  if (!place) return <Missing why="not_stated" />;
  return (
    <>
      {place.name} <InferredField citations={citations} fields={["place"]} />
    </>
  );
}

function AgreementOf({ project: { agreement, agreementNote, citations } }: { project: PublicProject }) {
  if (!agreement) {
    return (
      <>
        <Missing why="not_stated" />
        {agreementNote && <span className="block small faint">{agreementNote}</span>}
      </>
    );
  }
  return (
    <>
      <a href={paths.agreement(agreement.code)}>{agreement.title ?? agreement.callName}</a>{" "}
      <span className="code">{agreement.code}</span>{" "}
      <InferredField citations={citations} fields={["agreement"]} withReason />
    </>
  );
}

type StatedMoney = "plannedInvestment" | "agreedInvestment";

function Stated({ project, field }: { project: PublicProject; field: StatedMoney }) {
  const money = formatMoney(project[field]);
  if (money === null) return <Missing why="not_stated" />;
  return (
    <>
      {money} <CitationChips citations={citing(project.citations, field)} />
    </>
  );
}

/** What was reported may not be public, so a report without a number here is not 尚未填报. */
function UnpublishedMoney({ reportedOn }: { reportedOn: string | null }) {
  return reportedOn === null ? (
    <Missing why="not_reported" />
  ) : (
    <span className="missing">没有公开的数字</span>
  );
}

function moneyOr(money: Money | null, missing: ReactNode): ReactNode {
  return formatMoney(money) ?? missing;
}

function percentOf(percent: number | null): ReactNode {
  return percent === null ? <Missing why="not_reported" /> : `${percent}%`;
}
