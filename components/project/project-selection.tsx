import { RecordAndDay } from "@/components/layout/record-and-day";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { IsoDate } from "@/lib/format/date-range";
import { formatNumber } from "@/lib/format/number";
import type { ProjectList } from "@/lib/project/project-list-queries";
import type { ProjectQuery } from "@/lib/project/project-query";
import { projectsPath } from "@/lib/project/projects-path";
import type { RegisterSummary } from "@/lib/project/register-summary-queries";
import { NoMatch } from "./no-match";
import { columnsOf, ProjectTable } from "./project-table";

type RowsProps = { list: ProjectList; query: ProjectQuery; day: IsoDate };
type Props = RowsProps & { summary: RegisterSummary };

/** The rows that were asked for, or why there are none. */
export function ProjectSelection({ list, summary, query, day }: Props) {
  if (summary.registered === 0) {
    return <EmptyState title="台账里还没有项目">登记第一个项目后，会显示在这里。</EmptyState>;
  }
  if (list.total === 0) return <NoMatch query={query} />;
  const pageCount = Math.ceil(list.total / list.pageSize);
  return (
    <>
      <p className="small soft" role="status">
        共 <b>{formatNumber(list.total)}</b> 个项目，待核实 <b>{formatNumber(list.unverifiedCount)}</b> 个。
        <RecordAndDay {...summary.latest} day={day} />
      </p>
      {list.items.length === 0 ? (
        <EmptyState title={`没有第 ${list.page} 页`}>
          {`一共 ${pageCount} 页。`}
          <a href={projectsPath(query, { page: pageCount })}>看最后一页</a>
        </EmptyState>
      ) : (
        <Rows list={list} query={query} day={day} />
      )}
      <Pager page={list.page} pageCount={pageCount} href={(page) => projectsPath(query, { page })} />
    </>
  );
}

function Rows({ list, query, day }: RowsProps) {
  const { shown, dropped } = columnsOf(list.items);
  return (
    <>
      {dropped.length > 0 && (
        <p className="small soft">
          {`下面的项目都没有写明或填报${dropped.map(({ label }) => label).join("、")}，不列这${dropped.length === 1 ? "一栏" : "几栏"}。`}
        </p>
      )}
      <ProjectTable items={list.items} columns={shown} query={query} day={day} />
      <p className="small faint">
        †
        是推断，点项目名看理由。“已过”指时限在统计日之前，台账没有完成的记录。“不适用”指已投产或节点都已完成。
      </p>
    </>
  );
}
