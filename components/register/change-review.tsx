import { EditorialSlip } from "@/components/progress/editorial-slip";
import { DecisionForm, WithdrawalForm } from "@/components/staff/decision-form";
import { KeyValues } from "@/components/ui/key-values";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { formatInstant } from "@/lib/format/shanghai-time";
import { evidenceWords } from "@/lib/register-change/change-sentence";
import { reviewChangeAction, withdrawChangeAction } from "@/lib/register-change/register-actions";
import type { ChangeReviewDto } from "@/lib/register-change/register-change-queries";
import { changeKindText, registerStepText } from "@/lib/text/register-text";
import { ChangeDiff } from "./change-diff";
import { ChangePreview } from "./change-preview";
import { DuplicateList } from "./duplicate-list";

/** A change of the register beside what stands, and what its reviewer can do about it. */
export function ChangeReview({ item }: { item: ChangeReviewDto }) {
  const { kind, rows, duplicates, duplicateReason, reason, evidence, isOvertaken } = item;
  const grounds = [
    ...(reason ? [{ term: "原因", value: reason }] : []),
    { term: "依据", value: evidenceWords(evidence) },
    ...(duplicateReason ? [{ term: "区别", value: duplicateReason }] : []),
  ];
  return (
    <>
      <Heading item={item} />
      <div className="aside form">
        <div className="stack">
          {item.returnReason && <Note tone="warn">{`退回原因：${item.returnReason}`}</Note>}
          {item.withdrawReason && <Note tone="warn">{`撤回原因：${item.withdrawReason}`}</Note>}
          {isOvertaken && (
            <Note tone="warn">提交以后，登记的内容又变了，不能发布。请退回，让填报人对照新内容再提交。</Note>
          )}
          <DuplicateList duplicates={duplicates} mayReview />
          {kind !== "creation" && <ChangeDiff rows={rows} />}
          <Panel id="grounds" title="原因和依据">
            <KeyValues items={grounds} width="wide" />
          </Panel>
          <ChangePreview step={item} rows={rows} reason={reason} evidence={evidence} />
        </div>
        <aside className="sticky" aria-label="审核决定">
          <Decision item={item} />
        </aside>
      </div>
    </>
  );
}

function Heading({ item }: { item: ChangeReviewDto }) {
  const { id, kind, title, key, subject, state, author, submittedAt } = item;
  const hasCode = key !== null && (subject === "agreement" || subject === "project");
  return (
    <div className="row between mt-1 mb-4">
      <div>
        <h1>{`审核${changeKindText[kind]}`}</h1>
        <p className="soft">
          {title}
          {hasCode && <span className="code"> {key}</span>}
          {`，${registerStepText(item)}，编号 ${id}`}
        </p>
      </div>
      <div className="row">
        <EditorialSlip state={state} />
        <span className="small faint">{`${author} ${formatInstant(new Date(submittedAt))} 提交`}</span>
      </div>
    </div>
  );
}

const grounds = [
  { value: "evidence", label: "依据" },
  { value: "evidenceOn", label: "依据的日期" },
];

function withdrawalEffect({ kind, subject }: ChangeReviewDto): string {
  if (kind !== "creation") return "撤回后恢复到这次变更之前的内容，公众只看到撤回的日期。";
  return subject === "project"
    ? "撤回后，项目连同它的节点、承诺事项、填报和核实都不再显示，也不进统计；编号不再使用。"
    : "撤回后公众看不到这一项，编号不再使用。还有别的登记写着它时，不能撤回。";
}

function Decision({ item }: { item: ChangeReviewDto }) {
  const { id, version, state, isOwn, kind, reviewer, rows } = item;
  if (isOwn) return <Note>这是你自己填的，由另一位审核员决定。</Note>;
  if (state === "published") {
    return (
      <WithdrawalForm
        action={withdrawChangeAction}
        id={id}
        version={version}
        effect={withdrawalEffect(item)}
      />
    );
  }
  if (state !== "submitted") return <Note>{reviewer ? `已由${reviewer}处理。` : "现在不用审核。"}</Note>;
  return (
    <DecisionForm
      action={reviewChangeAction}
      id={id}
      version={version}
      fields={[
        { value: "", label: "整份" },
        ...rows.map(({ field, name }) => ({ value: field, label: name })),
        ...(kind === "creation" ? [] : [{ value: "reason", label: "为什么改" }]),
        ...grounds,
      ]}
    />
  );
}
