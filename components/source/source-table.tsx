import { Cell, RowHead } from "@/components/ui/table-cell";
import { paths } from "@/lib/paths";
import type { SourceItem } from "@/lib/source/source-dto";

/** All documents, the newest first. */
export function SourceTable({ items }: { items: readonly SourceItem[] }) {
  return (
    <table className="t cards">
      <caption className="vh">数据来源，新的在前</caption>
      <thead>
        <tr>
          <th scope="col">刊发日期</th>
          <th scope="col">标题</th>
          <th scope="col">作者</th>
          <th scope="col">用到它的项目</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ slug, title, authors, publishedOn, projectCount }) => (
          <tr key={slug}>
            <Cell label="刊发日期">
              <time className="nowrap">{publishedOn}</time>
            </Cell>
            <RowHead>
              <a href={paths.source(slug)}>{`《${title}》`}</a>
            </RowHead>
            <Cell label="作者">{authors.join("、")}</Cell>
            <Cell label="用到它的项目">{`${projectCount} 个`}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
