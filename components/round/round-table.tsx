import { LinkButton } from "@/components/ui/link-button";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import type { ListedRound } from "@/lib/round/round-list-queries";

type Props = { rounds: readonly ListedRound[]; mayManage: boolean; mayReport: boolean };

/** The rounds of the past year, each with how it stands for the viewer. */
export function RoundTable({ rounds, mayManage, mayReport }: Props) {
  return (
    <table className="t cards">
      <caption className="vh">各轮月调度</caption>
      <thead>
        <tr>
          <th scope="col">月份</th>
          <th scope="col">截止</th>
          <th scope="col">状态</th>
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
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => (
          <RoundRow key={round.period} round={round} mayManage={mayManage} mayReport={mayReport} />
        ))}
      </tbody>
    </table>
  );
}

function RoundRow({ round, mayManage, mayReport }: { round: ListedRound } & Omit<Props, "rounds">) {
  const { period, dueOn, counts, closedOn } = round;
  const month = formatMonth(period);
  return (
    <tr>
      <RowHead nowrap>{month}</RowHead>
      <Cell label="截止">{dueOn}</Cell>
      <Cell label="状态">{stateWords(round)}</Cell>
      <Cell label="应报" numeric>
        {counts.owed}
      </Cell>
      <Cell label="已报" numeric>
        {counts.submitted + counts.published}
      </Cell>
      <Cell label="退回待改" numeric>
        {counts.returned}
      </Cell>
      <Cell label="未报" numeric>
        {counts.silent}
      </Cell>
      <Cell label="操作">
        {mayManage && (
          <LinkButton href={paths.staffRound(period)} size="sm">
            查看<span className="vh">{`${month}调度`}</span>
          </LinkButton>
        )}
        {mayReport && closedOn === null && counts.silent > 0 && (
          <LinkButton href={paths.staffRoundGrid(period)} size="sm" variant="go">
            批量填报<span className="vh">{month}</span>
          </LinkButton>
        )}
      </Cell>
    </tr>
  );
}

function stateWords({ closedOn, closeReason, isByRule, note }: ListedRound): string {
  if (closedOn !== null) return `${closedOn} 已关闭：${closeReason}`;
  if (isByRule) return "按默认规则，次月 10 日截止";
  return note ? `开放。说明：${note}` : "开放";
}
