import { LinkButton } from "@/components/ui/link-button";
import { daysBetween } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import type { RoundBoard } from "@/lib/round/round-board-queries";

type Props = { board: RoundBoard; period: string; dueOn: string };

/** A round in one sentence, and what to do next. */
export function RoundHeading({ board: { today, round, counts }, period, dueOn }: Props) {
  const { owed, submitted, published, returned, silent } = counts;
  return (
    <div className="row between">
      <div>
        <h1>{`${formatMonth(period)}调度`}</h1>
        <p className="soft">{`${today}。${stateWords(round, dueOn, today)}`}</p>
        <p className="soft">
          {`应报 ${owed} 个项目：待审核 ${submitted}，已发布 ${published}，退回待改 ${returned}，未报 ${silent}。`}
        </p>
        {round?.note && <p className="soft">{`说明：${round.note}`}</p>}
      </div>
      <div className="row">
        {submitted > 0 && (
          <LinkButton href={paths.staffRoundPublish(period)} variant="go">
            {`批量发布（${submitted} 份待审核）`}
          </LinkButton>
        )}
        {!round && <LinkButton href={`${paths.staffRounds()}#open`}>开启这一轮</LinkButton>}
      </div>
    </div>
  );
}

function stateWords(round: RoundBoard["round"], dueOn: string, today: string): string {
  if (round?.closedOn) return `${round.closedOn} 已关闭：${round.closeReason}。`;
  const left = daysBetween(today, dueOn);
  const due =
    left < 0
      ? `${dueOn} 已截止，逾期 ${-left} 天`
      : `${dueOn} 截止，${left === 0 ? "就是今天" : `还有 ${left} 天`}`;
  return round ? `${due}。` : `没有人开启这一轮，按默认规则 ${due}。`;
}
