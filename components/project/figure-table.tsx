import { CitationChips } from "@/components/source/citation-chips";
import { Missing } from "@/components/source/missing";
import { Section } from "@/components/ui/section";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import { formatFigure } from "@/lib/format/figure";
import type { Figure } from "@/lib/source/figure-dto";

/** Numbers that sources state and that are neither promise nor progress. Nothing when there are none. */
export function FigureTable({ figures }: { figures: readonly Figure[] }) {
  if (figures.length === 0) return null;
  return (
    <Section id="figures" title="报道写到的数字" note="既不是承诺，也不是进展">
      <table className="t cards">
        <caption className="vh">报道写到的数字</caption>
        <thead>
          <tr>
            <th scope="col">指标</th>
            <th scope="col">数值</th>
            <th scope="col">时段</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={`${figure.metric}${figure.period?.to}`}>
              <RowHead>{figure.isGoal ? `${figure.metric}（目标）` : figure.metric}</RowHead>
              <Cell label="数值">
                {formatFigure(figure)}
                {figure.note && <span className="block faint">{figure.note}</span>}
              </Cell>
              <Cell label="时段">
                {figure.period ? formatDateRange(figure.period) : <Missing why="not_stated" />}
              </Cell>
              <Cell label="出处">
                <CitationChips citations={figure.citations} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
