import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import type { MilestoneNow } from "@/lib/milestone/milestone-rules";
import type { PublicMilestone } from "@/lib/project/project-dto";
import { milestoneNowText } from "@/lib/text/milestone-text";

export type MilestoneRow = { milestone: PublicMilestone; now: MilestoneNow };

/** Each milestone with its first, its moved and its actual date, and where they are known from. */
export function MilestoneTable({ rows }: { rows: readonly MilestoneRow[] }) {
  return (
    <table className="t cards mt-5">
      <caption className="vh">节点的原定、调整后和实际日期</caption>
      <thead>
        <tr>
          <th scope="col">节点</th>
          <th scope="col">原定时段</th>
          <th scope="col">调整后</th>
          <th scope="col">实际</th>
          <th scope="col">出处</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ milestone, now }) => (
          <tr key={`${milestone.title} ${milestone.planned?.to}`}>
            <RowHead>
              {milestone.title}{" "}
              <InferredField citations={milestone.citations} fields={["title", "planned"]} />
            </RowHead>
            <Cell label="原定">
              <Planned milestone={milestone} />
            </Cell>
            <Cell label="调整后">
              <Revised milestone={milestone} />
            </Cell>
            <Cell label="实际">
              <Actual milestone={milestone} now={now} />
            </Cell>
            <Cell label="出处">
              <CitationChips citations={milestone.citations} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Planned({ milestone: { planned, note } }: { milestone: PublicMilestone }) {
  return (
    <>
      {planned ? formatDateRange(planned) : <Missing why="not_stated" />}
      {note && <span className="block faint">{note}</span>}
    </>
  );
}

function Revised({ milestone: { revised, revisions } }: { milestone: PublicMilestone }) {
  if (!revised) return <span className="faint">未调整</span>;
  const reason = revisions.at(-1)?.reason;
  return (
    <>
      {formatDateRange(revised)}
      {reason && <span className="block faint">{`原因：${reason}`}</span>}
    </>
  );
}

function Actual({ milestone: { actual }, now }: MilestoneRow) {
  if (actual) return formatDateRange(actual);
  return (
    <>
      <Missing why="not_reported" />
      {now !== "no_deadline" && <span className="block faint">{milestoneNowText[now]}</span>}
    </>
  );
}
