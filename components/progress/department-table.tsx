import { Cell, RowHead } from "@/components/ui/table-cell";
import { daysBetween, type IsoDate } from "@/lib/format/calendar-day";
import { formatNumber } from "@/lib/format/number";
import { paths } from "@/lib/paths";
import type { DepartmentProblems } from "@/lib/progress/problem-queries";

type Props = { departments: readonly DepartmentProblems[]; today: IsoDate };

/** What each department has to see to; leads to its problems. */
export function DepartmentTable({ departments, today }: Props) {
  return (
    <table className="t cards dense">
      <caption className="vh">各部门没解决的问题</caption>
      <thead>
        <tr>
          <th scope="col">需协调部门</th>
          <th scope="col" className="n">
            没解决（个）
          </th>
          <th scope="col" className="n">
            最久（天）
          </th>
        </tr>
      </thead>
      <tbody>
        {departments.map(({ department, open, oldestOn }) => (
          <tr key={department}>
            <RowHead>
              <a href={paths.problems({ department })}>{department}</a>
            </RowHead>
            <Cell label="没解决（个）" numeric>
              {formatNumber(open)}
            </Cell>
            <Cell label="最久（天）" numeric>
              {formatNumber(daysBetween(oldestOn, today))}
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
