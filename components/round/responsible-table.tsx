import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { ResponsibleGroup } from "@/lib/round/round-board-queries";

type Props = {
  groups: readonly ResponsibleGroup[];
  /** Days since the deadline; 0: it has not passed. */
  daysLate: number;
};

/** Who has reported and who is silent, by unit and person; those who owe something come first. */
export function ResponsibleTable({ groups, daysLate }: Props) {
  return (
    <table className="t cards dense">
      <caption className="vh">各责任单位和责任人的填报情况</caption>
      <thead>
        <tr>
          <th scope="col">责任单位</th>
          <th scope="col">责任人</th>
          <th scope="col" className="n">
            应报
          </th>
          <th scope="col" className="n">
            已报
          </th>
          <th scope="col" className="n">
            退回待改
          </th>
          <th scope="col" className="n">
            未报
          </th>
          <th scope="col" className="n">
            逾期（天）
          </th>
          <th scope="col">未报的项目</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <GroupRow key={`${group.unit} ${group.account}`} group={group} daysLate={daysLate} />
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({ group, daysLate }: { group: ResponsibleGroup; daysLate: number }) {
  const { unit, person, isDisabled, owed, submitted, published, returned, silent, silentProjects } = group;
  const more = silent > silentProjects.length ? "等" : "";
  return (
    <tr>
      <RowHead>{unit ?? <Missing why="unassigned" />}</RowHead>
      <Cell label="责任人">
        {person ?? <Missing why="unassigned" />}
        {isDisabled && <span className="soft">（账号已停用）</span>}
      </Cell>
      <Cell label="应报" numeric>
        {owed}
      </Cell>
      <Cell label="已报" numeric>
        {submitted + published}
      </Cell>
      <Cell label="退回待改" numeric>
        {returned}
      </Cell>
      <Cell label="未报" numeric>
        {silent}
      </Cell>
      <Cell label="逾期" numeric>
        {silent > 0 && daysLate > 0 ? daysLate : <span className="faint">--</span>}
      </Cell>
      <Cell label="未报的项目">
        {silent > 0 ? `${silentProjects.join("、")}${more}` : <span className="faint">没有</span>}
      </Cell>
    </tr>
  );
}
