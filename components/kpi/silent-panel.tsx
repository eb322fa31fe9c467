import { Missing } from "@/components/source/missing";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { IsoDate } from "@/lib/format/date-range";
import type { InternalDashboard } from "@/lib/kpi/internal-dto";
import { monthsSilent } from "@/lib/project/tracking-rules";

/** Units from which nothing was heard for more than 3 months: a mark on the unit, never on the project's light. */
export function SilentPanel({ silent, asOf }: Pick<InternalDashboard, "silent"> & { asOf: IsoDate }) {
  return (
    <Panel id="silent" title={`断报的单位，${silent.length} 个`} note="最近一次填报早于 3 个月前。久的在前">
      <table className="t cards dense">
        <caption className="vh">断报的单位</caption>
        <thead>
          <tr>
            <th scope="col">责任单位</th>
            <th scope="col" className="n">
              项目（个）
            </th>
            <th scope="col">最久的</th>
          </tr>
        </thead>
        <tbody>
          {silent.map(({ unit, projects, lastRecordOn }) => (
            <tr key={unit ?? ""}>
              <RowHead>{unit ?? <Missing why="unassigned" />}</RowHead>
              <Cell label="项目（个）" numeric>
                {projects}
              </Cell>
              <Cell label="最久的">{`已 ${monthsSilent(asOf, lastRecordOn)} 个月未填报，最近 ${lastRecordOn}`}</Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
