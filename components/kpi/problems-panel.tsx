import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import type { DepartmentProblems, InternalDashboard } from "@/lib/kpi/internal-dto";
import { paths } from "@/lib/paths";
import { problemCategoryText } from "@/lib/text/problem-text";

type Props = Pick<InternalDashboard, "problems"> & { asOf: IsoDate };

const columns = ["类别", "问题", "提出日", "已经（天）"];

/** Open problems, by the department that must act: how many, how long, the oldest of each. */
export function ProblemsPanel({ problems: { count, departments }, asOf }: Props) {
  return (
    <Panel
      id="problems"
      title={`待协调的问题，${count} 个`}
      note={
        <>
          按需协调部门，久的在前 <a href={paths.problems()}>看全部</a>
        </>
      }
    >
      <table className="t cards dense grouped">
        <caption className="vh">待协调的问题，按需协调部门</caption>
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
          <Department key={department.department} department={department} asOf={asOf} />
        ))}
      </table>
    </Panel>
  );
}

type DepartmentProps = { department: DepartmentProblems; asOf: IsoDate };

function Department({ department: { department, count, oldestOn, rows }, asOf }: DepartmentProps) {
  const more = count - rows.length;
  return (
    <tbody>
      <tr className="group">
        <th scope="rowgroup" colSpan={columns.length}>
          <a href={paths.problems({ department })}>{department}</a>
          <span className="faint">
            {`${count} 个，最久 ${daysBetween(oldestOn, asOf)} 天`}
            {more > 0 && `，列出 ${rows.length} 个`}
          </span>
        </th>
      </tr>
      {rows.map(({ project, category, text, raisedOn }) => (
        <tr key={`${project.code} ${raisedOn} ${text}`}>
          <RowHead>{problemCategoryText[category]}</RowHead>
          <Cell label="问题">
            <span>
              <a href={paths.project(project.code)}>{project.shortName}</a>
              {`：${text}`}
            </span>
          </Cell>
          <Cell label="提出日">
            <time className="nowrap" dateTime={raisedOn}>
              {raisedOn}
            </time>
          </Cell>
          <Cell label="已经（天）" numeric>
            {daysBetween(raisedOn, asOf)}
          </Cell>
        </tr>
      ))}
    </tbody>
  );
}
