import { StageTag } from "@/components/project/stage-tag";
import { TrackingTag } from "@/components/project/tracking-tag";
import { Missing } from "@/components/source/missing";
import { SourceChip } from "@/components/source/source-chip";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { IsoDate } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import type { UnverifiedProject } from "@/lib/kpi/dashboard-dto";
import { paths } from "@/lib/paths";

/** What the viewer may do with a project. */
export type ProjectAbilities = { canAssign: boolean; canVerify: boolean };

type Props = {
  /** The first of them, passed deadlines first. */
  projects: readonly UnverifiedProject[];
  count: number;
  asOf: IsoDate;
  abilities: ProjectAbilities;
};

/** Projects of which nobody knows how they stand, with the ways to find out. */
export function UnverifiedPanel({ projects, count, asOf, abilities }: Props) {
  const hasActions = abilities.canAssign || abilities.canVerify;
  return (
    <Panel
      id="unverified"
      title={`待核实，${count} 个`}
      note="没有填报和核实，最近的来源早于 3 个月前。时限已过的在前"
    >
      <table className="t cards dense">
        <caption className="vh">待核实的项目</caption>
        <thead>
          <tr>
            {["项目", "当前阶段", "跟踪", "时限", "最近记录", "责任单位", "出处"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            {hasActions && (
              <th scope="col">
                <span className="vh">操作</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <UnverifiedRow key={project.code} project={project} asOf={asOf} abilities={abilities} />
          ))}
        </tbody>
      </table>
      {count > projects.length && (
        <p className="mt-2">
          {`这里列出前 ${projects.length} 个，全部项目见`}
          <a href={paths.projects()}>项目台账</a>。
        </p>
      )}
    </Panel>
  );
}

type RowProps = { project: UnverifiedProject; asOf: IsoDate; abilities: ProjectAbilities };

function UnverifiedRow({ project, asOf, abilities }: RowProps) {
  const { code, name, stage, newestRecordOn, unit, source } = project;
  return (
    <tr>
      <RowHead>
        <a href={paths.project(code)}>{name}</a> <span className="code">{code}</span>
      </RowHead>
      <Cell label="当前阶段">
        <StageTag stage={stage} />
      </Cell>
      <Cell label="跟踪">
        <TrackingTag tracking="unverified" />
      </Cell>
      <Cell label="时限">
        <Deadline project={project} asOf={asOf} />
      </Cell>
      <Cell label="最近记录">
        {newestRecordOn ? (
          <time dateTime={newestRecordOn}>{newestRecordOn}</time>
        ) : (
          <Missing why="not_reported" />
        )}
      </Cell>
      <Cell label="责任单位">{unit ?? <Missing why="unassigned" />}</Cell>
      <Cell label="出处" skipOnPhone>
        {source && <SourceChip {...source} />}
      </Cell>
      {(abilities.canAssign || abilities.canVerify) && (
        <Cell label="操作">
          <Actions code={code} name={name} abilities={abilities} />
        </Cell>
      )}
    </tr>
  );
}

function Deadline({ project, asOf }: { project: UnverifiedProject; asOf: IsoDate }) {
  const { due, isDueInferred, stage, hasOpenMilestone } = project;
  if (due === null) {
    return <Missing why={stage === "operating" && !hasOpenMilestone ? "not_applicable" : "not_stated"} />;
  }
  return (
    <>
      <span className="nowrap">{formatDateRange(due)}</span>
      {isDueInferred && (
        <>
          {" "}
          <span className="slip inferred">推断</span>
        </>
      )}
      {due.to < asOf && (
        <>
          {" "}
          <span className="past">已过</span>
        </>
      )}
    </>
  );
}

function Actions({ code, name, abilities }: { code: string; name: string; abilities: ProjectAbilities }) {
  return (
    <span className="row">
      {abilities.canAssign && (
        <LinkButton size="sm" href={paths.staffAssign(code)}>
          指定<span className="vh">{`责任单位：${name}`}</span>
        </LinkButton>
      )}
      {abilities.canVerify && (
        <LinkButton size="sm" href={paths.staffStatusCheck(code)}>
          核实<span className="vh">{name}</span>
        </LinkButton>
      )}
    </span>
  );
}
