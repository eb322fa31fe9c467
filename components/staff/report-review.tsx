import type { ReactNode } from "react";
import { Note } from "@/components/ui/note";
import { formatMonth } from "@/lib/format/date-words";
import { reviewReportAction, withdrawReportAction } from "@/lib/progress/progress-actions";
import { comparedWith, reportDiff } from "@/lib/progress/report-diff";
import { stageSpokenOf } from "@/lib/progress/report-rules";
import type { ReviewItemDto } from "@/lib/progress/review-queries";
import { DecisionForm, WithdrawalForm } from "./decision-form";
import { fieldName } from "./field-texts";
import { PublicPreview } from "./public-preview";
import { ReviewDiff } from "./review-diff";
import { ReviewHeading } from "./review-heading";

type Props = {
  item: ReviewItemDto;
  warnings: readonly { field: string; message: string }[];
  /** What came with the report besides its fields. */
  children: ReactNode;
};

/** A report beside what is published, and what its reviewer can do about it. */
export function ReportReview({ item, warnings, children }: Props) {
  const { content, project, commitments, milestones } = item;
  const rows = reportDiff(item);
  return (
    <>
      <ReviewHeading
        {...item}
        title={item.correctsId === null ? "审核填报" : "审核更正"}
        about={`${formatMonth(content.period)}调度`}
      />
      <div className="aside form">
        <div className="stack">
          {item.correctsId !== null && (
            <Note>{`更正编号 ${item.correctsId}。原因：${content.correctionReason}`}</Note>
          )}
          {item.returnReason && <Note tone="warn">{`退回原因：${item.returnReason}`}</Note>}
          {item.withdrawReason && <Note tone="warn">{`撤回原因：${item.withdrawReason}`}</Note>}
          <ReviewDiff
            rows={rows}
            clears={item.correctsId !== null}
            note={item.correctsId === null ? comparedWith(item.before) : `和编号 ${item.correctsId} 的原文比`}
          />
          <Evidence item={item} />
          {speaksOfStart(item) && (
            <Note tone="warn">{`正文写到施工，阶段仍是签约。填报人说明：${content.note ?? "没有填"}。`}</Note>
          )}
          {warnings.map(({ field, message }) => (
            <Note key={field} tone="warn">{`${fieldName(field, item)}：${message}`}</Note>
          ))}
          <PublicPreview
            content={content}
            stage={project.stage}
            commitments={commitments}
            milestones={milestones}
          />
          {children}
        </div>
        <aside className="sticky" aria-label="审核决定">
          <Decision item={item} fields={rows.map(({ field, name }) => ({ value: field, label: name }))} />
        </aside>
      </div>
    </>
  );
}

function Decision({ item, fields }: { item: ReviewItemDto; fields: { value: string; label: string }[] }) {
  const { id, version, state, isOwn, content } = item;
  if (isOwn) return <Note>这是你自己填的，由另一位审核员决定。</Note>;
  if (state === "published")
    return <WithdrawalForm action={withdrawReportAction} id={id} version={version} />;
  if (state !== "submitted")
    return <Note>{item.reviewer ? `已由${item.reviewer}处理。` : "现在不用审核。"}</Note>;
  const hasMoney = content.arrivedFunds !== null || content.completedInvestment !== null;
  return (
    <DecisionForm
      action={reviewReportAction}
      id={id}
      version={version}
      fields={[{ value: "", label: "整份填报" }, ...fields]}
      withPublication={
        hasMoney && (
          <label className="tick">
            <input type="checkbox" name="isMoneyPublic" value="yes" />
            资金数字也公开
          </label>
        )
      }
    />
  );
}

function Evidence({ item: { content } }: { item: ReviewItemDto }) {
  const { stageEvidence, stageReason, conditionReason, conditionReviewOn } = content;
  const items = [
    stageEvidence && `阶段依据：${stageEvidence}`,
    stageReason && `没有开工记录的原因：${stageReason}`,
    conditionReason && `状况变化的原因：${conditionReason}`,
    conditionReviewOn && `复核日期：${conditionReviewOn}`,
  ].filter((text) => text !== null);
  if (items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="evidence-title">
      <div className="panel-h">
        <h2 id="evidence-title">依据和原因</h2>
      </div>
      <ul>
        {items.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

function speaksOfStart({ content, project }: ReviewItemDto): boolean {
  return content.newStage === null && stageSpokenOf(project.stage, content.summary) !== null;
}
