import { Cell, RowHead } from "@/components/ui/table-cell";
import type { DiffRow } from "@/lib/format/field-diff";
import { isChange } from "@/lib/progress/report-diff";

type Props = {
  rows: readonly DiffRow[];
  note: string;
  /** What is left empty takes back what stood before. */
  clears: boolean;
};

/** Every field of a report beside what is published: the changes first, the rest folded away. */
export function ReviewDiff({ rows, note, clears }: Props) {
  const changes = rows.filter((row) => isChange(row, clears));
  const same = rows.filter((row) => !isChange(row, clears));
  return (
    <section className="panel diff" aria-labelledby="diff-title">
      <div className="panel-h">
        <h2 id="diff-title">{`${changes.length} 处变化`}</h2>
        <p>{note}</p>
      </div>
      <table className="t cards">
        <caption className="vh">字段变化</caption>
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">已发布</th>
            <th scope="col">本次</th>
            <th scope="col">变化</th>
            <th scope="col">公众</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((row) => (
            <ChangeRow key={row.field} row={row} />
          ))}
        </tbody>
      </table>
      {same.length > 0 && (
        <details className="twin">
          <summary>{`没有变化的 ${same.length} 个字段`}</summary>
          <dl className="kv mt-2">
            {same.map(({ field, name, before }) => (
              <div key={field} className="contents">
                <dt>{name}</dt>
                <dd>{before ?? "未填"}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function ChangeRow({ row: { name, before, after, delta, isInternal } }: { row: DiffRow }) {
  return (
    <tr>
      <RowHead>{name}</RowHead>
      <Cell label="已发布">{before ? <del>{before}</del> : <span className="faint">没有</span>}</Cell>
      <Cell label="本次">{after === null ? <span className="faint">清空</span> : <ins>{after}</ins>}</Cell>
      <Cell label="变化">
        <span className={delta ? "delta" : "faint"}>{delta ?? "改写"}</span>
      </Cell>
      <Cell label="公众">{isInternal ? "看不到" : "看得到"}</Cell>
    </tr>
  );
}
