import { EditorialSlip } from "@/components/progress/editorial-slip";
import { MissingToAdvance } from "@/components/project/missing-to-advance";
import { Missing } from "@/components/source/missing";
import { KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatNumber } from "@/lib/format/number";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { DeskStep, ProjectDesk } from "@/lib/progress/project-desk-queries";
import { missingToAdvance, nextStage } from "@/lib/project/advance-rules";
import type { PublicProject } from "@/lib/project/project-dto";
import { projectTypeText } from "@/lib/text/project-text";
import { registerStepText } from "@/lib/text/register-text";

/** What is on record of a project, for those who keep it. */
export function DeskFacts({ project, desk }: { project: PublicProject; desk: ProjectDesk }) {
  const { agreement, place, plannedInvestment, agreedInvestment, enterprises } = project;
  const { responsible } = desk;
  return (
    <Panel id="facts" title="登记的内容">
      <KeyValues
        width="wide"
        items={[
          { term: "企业", value: enterprises.map(({ name }) => name).join("、") },
          { term: "类型", value: projectTypeText[project.type] },
          {
            term: "协议",
            value: agreement ? (
              <a
                href={paths.agreement(agreement.code)}
              >{`${agreement.code} ${agreement.title ?? agreement.callName}`}</a>
            ) : (
              (project.agreementNote ?? <Missing why="not_stated" />)
            ),
          },
          { term: "落户地", value: place?.name ?? <Missing why="not_stated" /> },
          { term: "计划总投资", value: formatMoney(plannedInvestment) ?? <Missing why="not_stated" /> },
          { term: "协议投资额", value: formatMoney(agreedInvestment) ?? <Missing why="not_stated" /> },
          {
            term: "责任单位",
            value: responsible ? (
              `${responsible.unit}，${responsible.since} 起`
            ) : (
              <Missing why="unassigned" />
            ),
          },
          { term: "责任人", value: responsible?.person ?? <Missing why="unassigned" /> },
          { term: "最近来源", value: project.sourcedOn },
          { term: "最近填报", value: project.reportedOn ?? <Missing why="not_reported" /> },
        ]}
      />
    </Panel>
  );
}

type GapsProps = { project: PublicProject; desk: ProjectDesk; canAssign: boolean; canWrite: boolean };

/** What the next stage asks for; nothing once there is none. */
export function DeskGaps({ project, desk, ...abilities }: GapsProps) {
  const to = nextStage(project.stage);
  if (to === null || project.condition === "terminated") return null;
  return (
    <Panel id="gaps" title="推进到下一阶段">
      <MissingToAdvance gaps={missingToAdvance(desk.advance, to)} to={to} {...abilities} />
    </Panel>
  );
}

/** Promises with what was reported of them. */
export function DeskPromises({ project: { milestones, commitments } }: { project: PublicProject }) {
  if (milestones.length + commitments.length === 0) {
    return (
      <Panel id="promises" title="节点和承诺事项">
        <p className="faint">还没有登记节点和承诺事项。</p>
      </Panel>
    );
  }
  return (
    <Panel id="promises" title="节点和承诺事项">
      <table className="t cards dense">
        <caption className="vh">节点和承诺事项</caption>
        <thead>
          <tr>
            <th scope="col">名称</th>
            <th scope="col">目标</th>
            <th scope="col">时限</th>
            <th scope="col">记录</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map(({ title, planned, revised, actual }, index) => (
            <PromiseRow
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name that is theirs alone, and never move
              key={index}
              name={title}
              target={null}
              due={revised ?? planned}
              record={actual && `${formatDateRange(actual)} 完成`}
            />
          ))}
          {commitments.map(({ indicator, target, unit, due, reading }) => (
            <PromiseRow
              key={indicator}
              name={indicator}
              target={target === null ? null : `${formatNumber(target)} ${unit ?? ""}`}
              due={due}
              record={
                reading && `${formatNumber(reading.value)} ${unit ?? ""}（${formatMonth(reading.period)}）`
              }
            />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

type PromiseProps = {
  name: string;
  target: string | null;
  due: PublicProject["milestones"][number]["planned"];
  record: string | null;
};

function PromiseRow({ name, target, due, record }: PromiseProps) {
  return (
    <tr>
      <RowHead>{name}</RowHead>
      <Cell label="目标">{target ?? <span className="faint">--</span>}</Cell>
      <Cell label="时限">{due ? formatDateRange(due) : <span className="faint">无计划时限</span>}</Cell>
      <Cell label="记录">{record ?? <Missing why="not_reported" />}</Cell>
    </tr>
  );
}

type HistoryProps = {
  code: string;
  steps: readonly DeskStep[];
  canReview: boolean;
  /** Whether the viewer may correct what was published. */
  canCorrect: boolean;
};

/** What was written about a project, the newest first. */
export function DeskHistory({ code, steps, canReview, canCorrect }: HistoryProps) {
  if (steps.length === 0) return null;
  return (
    <Panel id="history" title="填报、核实和登记">
      <table className="t cards dense">
        <caption className="vh">填报、核实和登记，新的在前</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">状态</th>
            <th scope="col">填报人</th>
            <th scope="col">时间</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={`${step.kind}${step.id}`}>
              <RowHead>
                <StepName code={code} step={step} canReview={canReview} />
                {canCorrect && step.kind === "report" && step.state === "published" && (
                  <>
                    {" "}
                    <a href={paths.staffReport(code, step.id)}>
                      更正<span className="vh">{nameOf(step)}</span>
                    </a>
                  </>
                )}
              </RowHead>
              <Cell label="状态">
                <EditorialSlip state={step.state} />
              </Cell>
              <Cell label="填报人">{step.author}</Cell>
              <Cell label="时间">{formatInstant(new Date(step.at))}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function StepName({ code, step, canReview }: { code: string; step: DeskStep; canReview: boolean }) {
  const words = nameOf(step);
  if (canReview) return <a href={paths.staffReviewItem(step.kind, step.id)}>{words}</a>;
  return step.state === "published" ? <a href={paths.project(code)}>{words}</a> : words;
}

function nameOf({ change, period }: DeskStep): string {
  if (change) return registerStepText(change);
  return period ? `${formatMonth(period)}的填报` : "现状核实";
}
