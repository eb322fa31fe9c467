import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import { paths } from "@/lib/paths";
import { problemCategoryText } from "@/lib/text/problem-text";

/** Open problems, by the department that must act. */
export function ProblemsPanel({ problems }: Pick<InternalDashboard, "problems">) {
  const { count, rows } = problems;
  return (
    <Panel
      id="problems"
      title={`待协调的问题，${count} 个`}
      note={count > rows.length ? `按需协调部门，列出前 ${rows.length} 个` : "按需协调部门"}
    >
      <table className="t cards dense">
        <caption className="vh">待协调的问题</caption>
        <thead>
          <tr>
            {["类别", "需协调部门", "问题", "提出日"].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ category, department, text, raisedOn, project }) => (
            <tr key={`${project.code} ${department} ${raisedOn} ${text}`}>
              <RowHead>{problemCategoryText[category]}</RowHead>
              <Cell label="需协调部门">{department}</Cell>
              <Cell label="问题">
                <span>
                  <a href={paths.project(project.code)}>{project.shortName}</a>
                  {`：${text}`}
                </span>
              </Cell>
              <Cell label="提出日">
                <time dateTime={raisedOn}>{raisedOn}</time>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
