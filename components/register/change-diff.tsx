import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { type DiffRow, isChanged } from "@/lib/format/field-diff";

type Props = { rows: readonly DiffRow[] };

/** What a change proposes beside what is registered: the changes first, the rest folded away. */
export function ChangeDiff({ rows }: Props) {
  const changes = rows.filter(isChanged);
  const same = rows.filter((row) => !isChanged(row));
  return (
    <section className="panel diff" aria-labelledby="diff-title">
      <div className="panel-h">
        <h2 id="diff-title">{`${changes.length} 处变化`}</h2>
        <p>对照已登记的内容</p>
      </div>
      <DiffTable rows={changes} caption="字段变化" />
      {same.length > 0 && (
        <details className="twin">
          <summary>{`没有变化的 ${same.length} 个字段`}</summary>
          <dl className="kv mt-2">
            {same.map(({ field, name, before }) => (
              <div key={field} className="contents">
                <dt>{name}</dt>
                <dd>{before ?? <Missing why="not_stated" />}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

/** What stood and what stands, a field a row. */
export function DiffTable({ rows, caption }: Props & { caption: string }) {
  const hasDelta = rows.some(({ delta }) => delta !== null);
  return (
    <table className="t cards">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">字段</th>
          <th scope="col">原来</th>
          <th scope="col">现在</th>
          {hasDelta && <th scope="col">增减</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ field, name, before, after, delta }) => (
          <tr key={field}>
            <RowHead>{name}</RowHead>
            <Cell label="原来">{before === null ? <Missing why="not_stated" /> : <del>{before}</del>}</Cell>
            <Cell label="现在">{after === null ? <Missing why="not_stated" /> : <ins>{after}</ins>}</Cell>
            {hasDelta && (
              <Cell label="增减">
                <span className="delta">{delta ?? "改写"}</span>
              </Cell>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
