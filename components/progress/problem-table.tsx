import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import type { ListedProblem } from "@/lib/progress/problem-queries";
import { problemCategoryText } from "@/lib/text/problem-text";

type Props = { problems: readonly ListedProblem[]; today: IsoDate };

const columns = ["类别", "项目和问题", "责任单位", "提出日", "解决日", "历时（天）", "填报"];

/** Problems with what is known of each, one body a department. */
export function ProblemTable({ problems, today }: Props) {
  const departments = [...new Set(problems.map(({ department }) => department))];
  return (
    <table className="t cards dense grouped">
      <caption className="vh">问题，按需协调部门，久的在前</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {departments.map((department) => (
        <tbody key={department}>
          <tr className="group">
            <th scope="rowgroup" colSpan={columns.length}>
              {department}
            </th>
          </tr>
          {problems
            .filter((problem) => problem.department === department)
            .map((problem) => (
              <ProblemRow key={`${problem.project.code} ${problem.key}`} problem={problem} today={today} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function ProblemRow({ problem, today }: { problem: ListedProblem; today: IsoDate }) {
  const { project, category, text, unit, raisedOn, resolvedOn, lastMonth, reports } = problem;
  return (
    <tr>
      <RowHead>{problemCategoryText[category]}</RowHead>
      <Cell label="项目和问题">
        <span>
          <a href={paths.project(project.code)}>{project.name}</a>
          {`：${text}`}
        </span>
      </Cell>
      <Cell label="责任单位">{unit ?? <Missing why="unassigned" />}</Cell>
      <Cell label="提出日">
        <time className="nowrap">{raisedOn}</time>
      </Cell>
      <Cell label="解决日">
        {resolvedOn ? <time className="nowrap">{resolvedOn}</time> : <span className="faint">没解决</span>}
      </Cell>
      <Cell label="历时（天）" numeric>
        {daysBetween(raisedOn, resolvedOn ?? today)}
      </Cell>
      <Cell label="填报">{`报过 ${reports} 次，最近 ${formatMonth(lastMonth)}`}</Cell>
    </tr>
  );
}
