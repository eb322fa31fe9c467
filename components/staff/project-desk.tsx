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

/** What is to happen by when, and what happened. */
export function DeskMilestones({ project: { milestones } }: { project: PublicProject }) {
  return (
    <Panel id="milestones" title="节点">
      {milestones.length === 0 ? (
        <p className="faint">还没有登记节点。</p>
      ) : (
        <table className="t cards dense">
          <caption className="vh">节点</caption>
          <thead>
            <tr>
              <th scope="col">节点</th>
              <th scope="col">时限</th>
              <th scope="col">实际完成</th>
            </tr>
          </thead>
          <tbody>
            {milestones.map(({ title, planned, revised, actual }) => (
              <tr key={`${title} ${planned?.to}`}>
                <RowHead>{title}</RowHead>
                <Cell label="时限">
                  <Deadline due={revised ?? planned} />
                </Cell>
                <Cell label="实际完成">
                  {actual ? formatDateRange(actual) : <Missing why="not_reported" />}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

/** What was promised, and what was reported of it. */
export function DeskCommitments({ project: { commitments } }: { project: PublicProject }) {
  return (
    <Panel id="commitments" title="承诺事项">
      {commitments.length === 0 ? (
        <p className="faint">还没有登记承诺事项。</p>
      ) : (
        <table className="t cards dense">
          <caption className="vh">承诺事项</caption>
          <thead>
            <tr>
              <th scope="col">事项</th>
              <th scope="col">目标值</th>
              <th scope="col">时限</th>
              <th scope="col">最近读数</th>
            </tr>
          </thead>
          <tbody>
            {commitments.map(({ indicator, target, unit, due, reading, isMeasurable }) => (
              <tr key={indicator}>
                <RowHead>{indicator}</RowHead>
                <Cell label="目标值">
                  {target === null ? <Missing why="not_stated" /> : quantityWords(target, unit)}
                </Cell>
                <Cell label="时限">
                  <Deadline due={due} />
                </Cell>
                <Cell label="最近读数">
                  {reading ? (
                    `${quantityWords(reading.value, unit)}（${formatMonth(reading.period)}）`
                  ) : (
                    <Missing why={isMeasurable ? "not_reported" : "not_applicable"} />
                  )}
                </Cell>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const quantityWords = (value: number, unit: string | null) => `${formatNumber(value)} ${unit ?? ""}`.trim();

function Deadline({ due }: { due: PublicProject["milestones"][number]["planned"] }) {
  return due ? formatDateRange(due) : <span className="faint">无计划时限</span>;
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
            {canCorrect && <th scope="col">操作</th>}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={`${step.kind}${step.id}`}>
              <RowHead>
                <StepName code={code} step={step} canReview={canReview} />
              </RowHead>
              <Cell label="状态">
                <EditorialSlip state={step.state} />
              </Cell>
              <Cell label="填报人">{step.author}</Cell>
              <Cell label="时间">{formatInstant(new Date(step.at))}</Cell>
              {canCorrect && (
                <Cell label="操作">
                  {step.kind === "report" && step.state === "published" ? (
                    <a href={paths.staffReport(code, step.id)}>
                      更正<span className="vh">{nameOf(step)}</span>
                    </a>
                  ) : (
                    <span className="faint">--</span>
                  )}
                </Cell>
              )}
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
