import { ConditionTag } from "@/components/project/condition-tag";
import { StageTag } from "@/components/project/stage-tag";
import { Missing } from "@/components/source/missing";
import { KeyValues } from "@/components/ui/key-values";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { formatDateRange } from "@/lib/format/date-words";
import { reviewStatusCheckAction, withdrawStatusCheckAction } from "@/lib/status-check/status-check-actions";
import type { CheckReviewDto } from "@/lib/status-check/status-check-queries";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { statusAnswerText, statusCheckFieldText } from "@/lib/text/status-check-text";
import { DecisionForm, WithdrawalForm } from "./decision-form";
import { ReviewHeading } from "./review-heading";

const fields = [
  { value: "", label: "整份核实" },
  ...Object.entries(statusCheckFieldText).map(([value, label]) => ({ value, label })),
];

/** A status check beside the record, and what its reviewer can do about it. */
export function CheckReview({ item }: { item: CheckReviewDto }) {
  const { content, project } = item;
  const found = [
    { term: "结果", value: statusAnswerText[content.answer] },
    { term: "日期", value: formatDateRange(content.on) },
    ...(content.reason ? [{ term: "原因", value: content.reason }] : []),
    { term: "依据", value: `${evidenceKindText[content.evidenceKind]}：${content.evidence}` },
    { term: "建议责任单位", value: content.unit ?? <Missing why="unassigned" /> },
  ];
  const record = [
    { term: "阶段", value: <StageTag stage={project.stage} /> },
    { term: "状况", value: <ConditionTag condition={project.condition} /> },
    { term: "责任单位", value: project.unit ?? <Missing why="unassigned" /> },
    { term: "最近填报", value: project.reportedOn ?? <Missing why="not_reported" /> },
  ];
  return (
    <>
      <ReviewHeading {...item} title="审核核实" about="现状核实" />
      <div className="aside form">
        <div className="stack">
          {item.returnReason && <Note tone="warn">{`退回原因：${item.returnReason}`}</Note>}
          {item.withdrawReason && <Note tone="warn">{`撤回原因：${item.withdrawReason}`}</Note>}
          <Panel id="found" title="核实结果" note="公众会看到结果、日期和依据，看不到责任人">
            <KeyValues items={found} width="wide" />
          </Panel>
          <Panel id="record" title="现在的记录">
            <KeyValues items={record} width="wide" />
          </Panel>
        </div>
        <aside className="sticky" aria-label="审核决定">
          <Decision item={item} />
        </aside>
      </div>
    </>
  );
}

function Decision({
  item: { id, version, state, isOwn, reviewer, content, project },
}: {
  item: CheckReviewDto;
}) {
  if (isOwn) return <Note>这是你自己填的，由另一位审核员决定。</Note>;
  if (state === "published") {
    return <WithdrawalForm action={withdrawStatusCheckAction} id={id} version={version} />;
  }
  if (state !== "submitted") return <Note>{reviewer ? `已由${reviewer}处理。` : "现在不用审核。"}</Note>;
  const proposes = content.unit !== null && content.unit !== project.unit;
  return (
    <DecisionForm
      action={reviewStatusCheckAction}
      id={id}
      version={version}
      fields={fields}
      withPublication={
        proposes && (
          <label className="tick">
            <input type="checkbox" name="assignsUnit" value="yes" defaultChecked />
            {`同时指定${content.unit}为责任单位`}
          </label>
        )
      }
    />
  );
}
