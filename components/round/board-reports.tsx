import { EditorialSlip } from "@/components/progress/editorial-slip";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { paths } from "@/lib/paths";
import type { BoardReport } from "@/lib/round/round-board-queries";
import { unchangedText } from "@/lib/text/report-text";

/** The reports of a round, those that wait for review first. */
export function BoardReports({ reports, count }: { reports: readonly BoardReport[]; count: number }) {
  if (reports.length === 0) return <p className="faint">还没有人填报。</p>;
  return (
    <>
      <table className="t cards dense">
        <caption className="vh">这一轮的填报</caption>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">状态</th>
            <th scope="col">填报人</th>
            <th scope="col">最近提交</th>
            <th scope="col">填报</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ id, code, name, state, isUnchanged, author, submittedOn }) => (
            <tr key={id}>
              <RowHead>
                {name} <span className="code">{code}</span>
              </RowHead>
              <Cell label="状态">
                <EditorialSlip state={state} />
                {isUnchanged && <span className="soft"> {unchangedText}</span>}
              </Cell>
              <Cell label="填报人">{author}</Cell>
              <Cell label="最近提交">{submittedOn}</Cell>
              <Cell label="填报">
                <a href={paths.staffReviewItem("report", id)}>
                  {state === "submitted" ? "审核" : "查看"}
                  <span className="vh">{name}</span>
                </a>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
      {count > reports.length && (
        <p className="small faint">{`另有 ${count - reports.length} 份没有列出。`}</p>
      )}
    </>
  );
}
