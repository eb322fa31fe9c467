import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import { Gauge } from "@/components/ui/gauge";
import { Section } from "@/components/ui/section";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange, formatMonth } from "@/lib/format/date-words";
import { formatNumber } from "@/lib/format/number";
import type { PublicCommitment } from "@/lib/project/project-dto";

/** What was promised in numbers, and what has been reported of it. Nothing when nothing was. */
export function CommitmentTable({ commitments }: { commitments: readonly PublicCommitment[] }) {
  if (commitments.length === 0) return null;
  const hasDues = commitments.some(({ due }) => due !== null);
  return (
    <Section id="commitments" title="承诺事项" note={hasDues ? undefined : "来源没有为它们单独写时限"}>
      <table className="t cards">
        <caption className="vh">承诺的目标值与已报值</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">目标值</th>
            {hasDues && <th scope="col">时限</th>}
            <th scope="col">已报值</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {commitments.map((commitment) => (
            <CommitmentRow key={commitment.indicator} commitment={commitment} hasDues={hasDues} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function CommitmentRow({ commitment, hasDues }: { commitment: PublicCommitment; hasDues: boolean }) {
  const { indicator, due, citations } = commitment;
  return (
    <tr>
      <RowHead>
        {indicator} <InferredField citations={citations} fields={["indicator", "target"]} />
      </RowHead>
      <Cell label="目标值">
        <Target commitment={commitment} />
      </Cell>
      {hasDues && <Cell label="时限">{due ? formatDateRange(due) : <Missing why="not_stated" />}</Cell>}
      <Cell label="已报值">
        <Reading commitment={commitment} />
      </Cell>
      <Cell label="出处">
        <CitationChips citations={citations} />
      </Cell>
    </tr>
  );
}

function Target({ commitment: { target, originalTarget, unit, note } }: { commitment: PublicCommitment }) {
  if (target === null && note) return note;
  if (target === null) return <Missing why="not_stated" />;
  return (
    <>
      {quantity(target, unit)}
      {note && <span className="faint">{`（${note}）`}</span>}
      {originalTarget !== null && originalTarget !== target && (
        <span className="block faint">{`原定 ${quantity(originalTarget, unit)}`}</span>
      )}
    </>
  );
}

function Reading({ commitment: { isMeasurable, reading, target, unit } }: { commitment: PublicCommitment }) {
  if (!isMeasurable) return <Missing why="not_applicable" />;
  if (!reading) return <Missing why="not_reported" />;
  return (
    <>
      {quantity(reading.value, unit)} <span className="faint">{`（${formatMonth(reading.period)}）`}</span>
      {target !== null && target > 0 && <Gauge ratio={reading.value / target} />}
    </>
  );
}

function quantity(value: number, unit: string | null): string {
  return `${formatNumber(value)} ${unit ?? ""}`.trim();
}
