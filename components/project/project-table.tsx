import { Icon } from "@/components/ui/icon";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { IsoDate } from "@/lib/format/date-range";
import { paths } from "@/lib/paths";
import type { ProjectItem } from "@/lib/project/project-dto";
import { oppositeSort, type ProjectQuery, type ProjectSort } from "@/lib/project/project-query";
import { projectsPath } from "@/lib/project/projects-path";
import { projectSortText } from "@/lib/text/project-query-text";
import { type ProjectColumn, projectColumns } from "./project-columns";

/** The columns that at least one of the rows can fill, and those that none can. */
export function columnsOf(items: readonly ProjectItem[]) {
  const isEmpty = ({ isMissing }: ProjectColumn) => isMissing !== undefined && items.every(isMissing);
  return {
    shown: projectColumns.filter((column) => !isEmpty(column)),
    dropped: projectColumns.filter(isEmpty),
  };
}

type Props = {
  items: readonly ProjectItem[];
  columns: readonly ProjectColumn[];
  query: ProjectQuery;
  day: IsoDate;
};

/** A page of the register; the headers that sort are links. */
export function ProjectTable({ items, columns, query, day }: Props) {
  return (
    <table className="t two-line">
      <caption className="vh">{`项目台账，按${projectSortText[query.sort]}排列`}</caption>
      <thead>
        <tr>
          <SortHead label="编号" sort="code" query={query} />
          <SortHead label="项目" sort="name" query={query} />
          {columns.map(({ label, unit, sort, numeric }) =>
            sort ? (
              <SortHead key={label} label={label} sort={sort} query={query} />
            ) : (
              <th key={label} scope="col" className={numeric ? "n" : undefined}>
                {label}
                {unit && <span className="block faint">{unit}</span>}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.code}>
            <Cell label="编号">
              <span className="code">{item.code}</span>
            </Cell>
            <RowHead>
              <a href={paths.project(item.code)}>{item.name}</a>
            </RowHead>
            {columns.map(({ label, cell, numeric, secondLine }) => (
              <Cell key={label} label={label} numeric={numeric} secondLine={secondLine}>
                {cell(item, day)}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SortHeadProps = { label: string; sort: ProjectSort; query: ProjectQuery };

/** Sorts by its column; followed again, the other way round. */
function SortHead({ label, sort, query }: SortHeadProps) {
  const opposite = oppositeSort(sort);
  const isSorted = query.sort === sort || query.sort === opposite;
  const isDescending = query.sort.startsWith("-");
  const next = query.sort === sort ? opposite : sort;
  return (
    <th scope="col" aria-sort={isSorted ? (isDescending ? "descending" : "ascending") : undefined}>
      <a href={projectsPath(query, { sort: next })}>
        {label}
        {isSorted && (
          <span className={isDescending ? "rotate-180" : undefined}>
            <Icon name="asc" />
          </span>
        )}
      </a>
    </th>
  );
}
