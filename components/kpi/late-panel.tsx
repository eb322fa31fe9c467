import { LightTag } from "@/components/project/light-tag";
import { Missing } from "@/components/source/missing";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import type { InternalDashboard, LateMilestone } from "@/lib/kpi/internal-dto";
import { mostYellowDays } from "@/lib/milestone/light-rules";
import { paths } from "@/lib/paths";

const columns = ["节点灯", "项目", "节点", "原定", "调整后", "滞后（天）", "责任单位"];

/** What is late on a stated deadline, the latest first, and who owns it. */
export function LatePanel({ late }: Pick<InternalDashboard, "late">) {
  const longest = late.rows[0]?.overdueDays ?? 0;
  return (
    <Panel id="late" title={`滞后的节点，${late.count} 项`} note={noteOf(late)}>
      <table className="t cards dense">
        <caption className="vh">滞后的节点</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {late.rows.map((row) => (
            <LateRow key={`${row.project.code} ${row.title}`} row={row} longest={longest} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function noteOf({ count, rows }: InternalDashboard["late"]): string {
  return count > rows.length ? `按滞后天数，列出前 ${rows.length} 项` : "按滞后天数，多的在前";
}

function LateRow({ row, longest }: { row: LateMilestone; longest: number }) {
  const { project, title, overdueDays, planned, revised, unit } = row;
  const isVeryLate = overdueDays > mostYellowDays;
  return (
    <tr>
      <Cell label="节点灯">
        <LightTag reason={isVeryLate ? "very_late" : "late"} />
      </Cell>
      <RowHead>
        <a href={paths.project(project.code)}>{project.name}</a> <span className="code">{project.code}</span>
      </RowHead>
      <Cell label="节点">{title}</Cell>
      <Cell label="原定">{planned ? formatDateRange(planned) : <Missing why="not_stated" />}</Cell>
      <Cell label="调整后">
        {revised ? (
          <>
            <span className="nowrap">{formatDateRange(revised.to)}</span>{" "}
            <span className="faint nowrap">{`${revised.on} 改`}</span>
          </>
        ) : (
          <span className="faint">未调整</span>
        )}
      </Cell>
      <td data-l="滞后（天）" className="w-bar">
        <div className="v">
          <div className="bar">
            <span className="text-end">{overdueDays}</span>
            <span className={isVeryLate ? "track" : "track y"}>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={Math.round((overdueDays / longest) * 1000) / 10} height="10" />
              </svg>
            </span>
          </div>
        </div>
      </td>
      <Cell label="责任单位">{unit ?? <Missing why="unassigned" />}</Cell>
    </tr>
  );
}
