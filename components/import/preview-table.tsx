import { Cell, RowHead } from "@/components/ui/table-cell";
import type { CellProblem } from "@/lib/import/import-dto";
import type { PreviewRow } from "@/lib/import/import-queries";
import { importVerdictText } from "@/lib/text/import-text";
import { ChangeList } from "./change-list";

/** Rows of an upload: which are handed in, what each would change or what is wrong with it, and what came of it. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  return (
    <div className="scroll">
      <table className="t cards">
        <caption className="vh">逐行预览</caption>
        <thead>
          <tr>
            <th scope="col">提交</th>
            <th scope="col">行</th>
            <th scope="col">项目</th>
            <th scope="col">结论</th>
            <th scope="col">变化，或要改的地方</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <Cell label="提交">
                <Choice row={row} />
              </Cell>
              <Cell label="行" numeric>
                {row.row}
              </Cell>
              <RowHead>
                {row.title}
                {row.key && <span className="code block">{row.key}</span>}
              </RowHead>
              <Cell label="结论">
                <span className={row.verdict === "bad" ? "font-semibold" : undefined}>{verdictOf(row)}</span>
              </Cell>
              <Cell label="内容">
                <RowContent row={row} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Choice({ row: { row, title, verdict, isChosen, result } }: { row: PreviewRow }) {
  if (verdict !== "new" && verdict !== "changed") return <span className="faint">--</span>;
  if (result !== null) return <span className="small">{`已提交，编号 ${result}`}</span>;
  return (
    <>
      <input type="hidden" name="shown" value={row} />
      <label className="inline-flex min-h-6 min-w-6 items-center justify-center">
        <input type="checkbox" name="row" value={row} defaultChecked={isChosen} />
        <span className="vh">{`提交第 ${row} 行，${title}`}</span>
      </label>
    </>
  );
}

function verdictOf({ verdict, failure }: PreviewRow): string {
  return failure === null ? importVerdictText[verdict] : "没有收下";
}

function RowContent({ row: { verdict, problems, changes, failure } }: { row: PreviewRow }) {
  return (
    <ul className="grid gap-1">
      {failure && <li className="font-semibold">{failure}</li>}
      {problems.map((problem) => (
        <li key={`${problem.letter}${problem.reason}`}>
          {verdict === "unchanged" ? problem.reason : <Problem {...problem} />}
        </li>
      ))}
      <ChangeList changes={changes} />
    </ul>
  );
}

function Problem({ letter, column, value, reason, isWarning }: CellProblem) {
  const place = [letter && `${letter} 列`, column].filter(Boolean).join(" ");
  return (
    <>
      {isWarning && "请核对，"}
      {place && <b>{place}</b>}
      {value && ` “${value.length > 60 ? `${value.slice(0, 60)}…` : value}”`}
      {`：${reason}`}
    </>
  );
}
