import { Cell, RowHead } from "@/components/ui/table-cell";
import type { HandoverProject } from "@/lib/assignment/handover-queries";
import { formatInstant } from "@/lib/format/shanghai-time";

/** All projects that go over, with what their giver has in hand. */
export function HandoverList({ projects }: { projects: readonly HandoverProject[] }) {
  return (
    <table className="t cards dense">
      <caption className="vh">交接的项目</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col">责任单位（不变）</th>
          <th scope="col">负责自</th>
          <th scope="col">草稿</th>
          <th scope="col" className="n">
            待审核
          </th>
          <th scope="col" className="n">
            已退回
          </th>
        </tr>
      </thead>
      <tbody>
        {projects.map(({ assignmentId, code, name, unit, since, draftSavedAt, waiting, returned }) => (
          <tr key={assignmentId}>
            <RowHead>
              {name} <span className="code">{code}</span>
            </RowHead>
            <Cell label="责任单位">{unit}</Cell>
            <Cell label="负责自">{since}</Cell>
            <Cell label="草稿">
              {draftSavedAt ? (
                `${formatInstant(new Date(draftSavedAt))} 保存`
              ) : (
                <span className="faint">没有</span>
              )}
            </Cell>
            <Cell label="待审核" numeric>
              {waiting}
            </Cell>
            <Cell label="已退回" numeric>
              {returned}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
