import type { ReactNode } from "react";
import { CitationChips } from "@/components/source/citation-chips";
import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { DateRange, IsoDate } from "@/lib/format/date-range";
import { paths } from "@/lib/paths";
import type { Citation } from "@/lib/source/citation-dto";
import type { stageText } from "@/lib/text/stage-text";
import { DueDate } from "./due-date";
import { StageTag } from "./stage-tag";

type ShortProject = {
  code: string;
  name: string;
  stage: keyof typeof stageText;
  due: { range: DateRange; basis: Citation["basis"]; isPast: boolean } | null;
  lastRecordOn: IsoDate;
  citations: Citation[];
};

type Props<Project extends ShortProject> = {
  caption: string;
  projects: readonly Project[];
  /** A column that only this page has. */
  extra?: { label: string; cell: (project: Project) => ReactNode };
};

/** The projects of an agreement or an enterprise; `citations` say why they belong to it. */
export function ProjectShortTable<Project extends ShortProject>(props: Props<Project>) {
  const { caption, projects, extra } = props;
  const hasDues = projects.some(({ due }) => due !== null);
  return (
    <table className="t two-line">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">项目</th>
          {extra && <th scope="col">{extra.label}</th>}
          <th scope="col">当前阶段</th>
          {hasDues && <th scope="col">时限</th>}
          <th scope="col">最近记录</th>
          <th scope="col">出处</th>
        </tr>
      </thead>
      <tbody>
        {projects.map((project) => (
          <tr key={project.code}>
            <Cell label="编号">
              <span className="code">{project.code}</span>
            </Cell>
            <RowHead>
              <a href={paths.project(project.code)}>{project.name}</a>
            </RowHead>
            {extra && <Cell label={extra.label}>{extra.cell(project)}</Cell>}
            <Cell label="当前阶段" secondLine>
              <StageTag stage={project.stage} />
            </Cell>
            {hasDues && (
              <Cell label="时限" secondLine>
                <Due project={project} />
              </Cell>
            )}
            <Cell label="最近记录" secondLine>
              <time className="nowrap">{project.lastRecordOn}</time>
            </Cell>
            <Cell label="出处">
              <CitationChips citations={project.citations} page={paths.project(project.code)} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Due({ project: { due, stage } }: { project: ShortProject }) {
  if (due) return <DueDate {...due} />;
  return <Missing why={stage === "operating" ? "not_applicable" : "not_stated"} />;
}
