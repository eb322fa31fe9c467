import { InferredSlip } from "@/components/source/inferred-slip";
import { Missing } from "@/components/source/missing";
import { HintAndError } from "@/components/ui/field";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import type { FormMilestone } from "@/lib/progress/progress-queries";
import { milestoneField } from "@/lib/progress/report-form-rules";

type Text = (name: string) => { name: string; defaultValue: string; error?: string };

/** One row a milestone: its deadline, and the day on which it was met. */
export function MilestoneFields({ milestones, text }: { milestones: readonly FormMilestone[]; text: Text }) {
  if (milestones.length === 0) return null;
  return (
    <fieldset>
      <legend>节点</legend>
      <p className="hint">完成了，填日期；没完成，留空。</p>
      <table className="t cards dense">
        <caption className="vh">节点实际完成日期</caption>
        <thead>
          <tr>
            <th scope="col">节点</th>
            <th scope="col">时限</th>
            <th scope="col">实际完成</th>
          </tr>
        </thead>
        <tbody>
          {milestones.map((milestone) => (
            <MilestoneRow key={milestone.ordinal} milestone={milestone} text={text} />
          ))}
        </tbody>
      </table>
    </fieldset>
  );
}

function MilestoneRow({ milestone, text }: { milestone: FormMilestone; text: Text }) {
  const { ordinal, title, due, actual, inferredReason } = milestone;
  const { name, defaultValue, error } = text(milestoneField(ordinal));
  return (
    <tr>
      <RowHead>
        <span id={`${name}-title`}>{title}</span> {inferredReason && <InferredSlip reason={inferredReason} />}
      </RowHead>
      <Cell label="时限">{due ? formatDateRange(due) : <Missing why="not_stated" />}</Cell>
      <Cell label="实际">
        <div className={error ? "field bad" : "field"}>
          <HintAndError id={name} error={error} hint={actual && `已发布：${formatDateRange(actual)}`} />
          <input
            className="input"
            type="text"
            autoComplete="off"
            id={name}
            name={name}
            defaultValue={defaultValue}
            placeholder="年-月-日"
            aria-labelledby={`${name}-title`}
            aria-describedby={error ? `${name}-error` : undefined}
            aria-invalid={error ? true : undefined}
          />
        </div>
      </Cell>
    </tr>
  );
}
