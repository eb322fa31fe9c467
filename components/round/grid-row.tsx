import type { ReactNode } from "react";
import { ConditionTag } from "@/components/project/condition-tag";
import { StageTag } from "@/components/project/stage-tag";
import { Missing } from "@/components/source/missing";
import { classNames } from "@/components/ui/class-names";
import { HintAndError } from "@/components/ui/field";
import { formatMonth } from "@/lib/format/date-words";
import { formatNumber } from "@/lib/format/number";
import { paths } from "@/lib/paths";
import { readingField } from "@/lib/progress/report-form-rules";
import type { GridRow } from "@/lib/round/grid-queries";
import { gridField, tick } from "@/lib/round/grid-rules";
import { unchangedText } from "@/lib/text/report-text";

type Props = {
  row: GridRow;
  period: string;
  /** Some row of the grid asks for totals. */
  hasReadings: boolean;
  /** What stands in an input, and what is wrong with it. */
  text: (name: string) => { value: string; error: string | undefined };
};

/** One project of the grid: what was said last, and its answer for the month. */
export function GridRowFields({ row, period, hasReadings, text }: Props) {
  const { code, name, hasDraft } = row;
  const readings = row.commitments.map(({ ordinal }) => readingField(ordinal));
  const isBad = (["unchanged", "percent", "summary", ...readings] as const).some(
    (part) => text(gridField(code, part)).error,
  );
  return (
    <tr className={classNames(isBad && "bad")}>
      <th scope="row">
        <div className="v">
          {name} <span className="code">{code}</span>
          <span className="row small soft">
            <StageTag stage={row.stage} />
            <ConditionTag condition={row.condition} />
          </span>
        </div>
      </th>
      <GridCell label="上期">
        <LastWords row={row} />
      </GridCell>
      <GridCell label={unchangedText}>
        <UnchangedTick row={row} text={text} />
      </GridCell>
      {hasDraft ? (
        <GridCell label="本期" span={hasReadings ? 3 : 2}>
          <span className="soft">填报页里有草稿，到填报页提交。</span>
        </GridCell>
      ) : (
        <>
          <GridCell label="形象进度">
            <PercentInput row={row} text={text} />
          </GridCell>
          {hasReadings && (
            <GridCell label="累计数">
              <ReadingInputs row={row} text={text} />
            </GridCell>
          )}
          <GridCell label="本期进展">
            <SummaryInput row={row} text={text} />
          </GridCell>
        </>
      )}
      <GridCell label="填报页">
        <a href={paths.staffReportOf(code, period)}>
          {row.openProblems > 0 ? `${row.openProblems} 个问题` : "填报页"}
          <span className="vh">{`：${name}`}</span>
        </a>
      </GridCell>
    </tr>
  );
}

function GridCell({ label, span, children }: { label: string; span?: number; children: ReactNode }) {
  return (
    <td data-l={label} colSpan={span}>
      <div className="v">{children}</div>
    </td>
  );
}

function LastWords({ row: { last, percent } }: { row: GridRow }) {
  if (last === null && percent === null) return <Missing why="not_reported" />;
  return (
    <span className="last">
      {percent !== null && <b>{`${percent}% `}</b>}
      {last && <span className="soft">{`${formatMonth(last.period)}：${last.summary}`}</span>}
    </span>
  );
}

type PartProps = Pick<Props, "row" | "text">;

function UnchangedTick({ row: { code, name, isVerified, hasDraft }, text }: PartProps) {
  if (hasDraft) return <span className="faint">--</span>;
  if (!isVerified) return <span className="faint">没有上期可比</span>;
  const id = gridField(code, "unchanged");
  const { value, error } = text(id);
  return (
    <>
      <HintAndError id={id} error={error} />
      <label className="tick">
        <input
          type="checkbox"
          id={id}
          name={id}
          value={tick}
          defaultChecked={value === tick}
          aria-label={`${name}，${unchangedText}`}
          aria-describedby={error ? `${id}-error` : undefined}
        />
        <span aria-hidden="true">无变化</span>
      </label>
    </>
  );
}

function PercentInput({ row: { code, name }, text }: PartProps) {
  const id = gridField(code, "percent");
  const { value, error } = text(id);
  return (
    <>
      <HintAndError id={id} error={error} />
      <div className="unit change">
        <input
          className="input num"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          id={id}
          name={id}
          defaultValue={value}
          aria-label={`${name}，形象进度（%）`}
          aria-describedby={error ? `${id}-error` : undefined}
          aria-invalid={error ? true : undefined}
        />
        <span aria-hidden="true">%</span>
      </div>
      <span className="same faint">同上期</span>
    </>
  );
}

function ReadingInputs({ row: { code, name, commitments }, text }: PartProps) {
  if (commitments.length === 0) return <span className="faint">不适用</span>;
  return (
    <>
      <div className="readings change">
        {commitments.map(({ ordinal, indicator, unit, last }) => {
          const id = gridField(code, readingField(ordinal));
          const { value, error } = text(id);
          return (
            <div key={ordinal}>
              <HintAndError id={id} error={error} />
              <label className="small soft" htmlFor={id}>
                <span className="vh">{`${name}，`}</span>
                {indicator}
                {last !== null && <span className="faint">{`，上期 ${formatNumber(last)}`}</span>}
              </label>
              <div className="unit">
                <input
                  className="input num"
                  type="text"
                  inputMode="decimal"
                  autoComplete="off"
                  id={id}
                  name={id}
                  defaultValue={value}
                  aria-describedby={error ? `${id}-error` : undefined}
                  aria-invalid={error ? true : undefined}
                />
                <span>{unit}</span>
              </div>
            </div>
          );
        })}
      </div>
      <span className="same faint">同上期</span>
    </>
  );
}

function SummaryInput({ row: { code, name }, text }: PartProps) {
  const id = gridField(code, "summary");
  const { value, error } = text(id);
  return (
    <>
      <HintAndError id={id} error={error} />
      <textarea
        className="input change"
        rows={1}
        id={id}
        name={id}
        defaultValue={value}
        aria-label={`${name}，本期进展`}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
      />
      <span className="same faint">同上期</span>
    </>
  );
}
