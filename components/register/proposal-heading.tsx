import { EditorialSlip } from "@/components/progress/editorial-slip";
import { ActionButton } from "@/components/ui/action-button";
import { Note } from "@/components/ui/note";
import type { Proposal } from "@/lib/register-change/proposal-queries";
import { proposalTitle } from "@/lib/register-change/proposal-words";
import { discardProposalAction } from "@/lib/register-change/register-actions";
import { editorialText } from "@/lib/text/editorial-text";

/** What is proposed, in which state it is, and what stands in its way. */
export function ProposalHeading({ proposal }: { proposal: Proposal }) {
  const { subject, key, thing, returned, draft, open } = proposal;
  const hasCode = subject === "agreement" || subject === "project" || subject === "standing";
  return (
    <div className="row between mt-1 mb-4">
      <div>
        <h1>{proposalTitle(proposal)}</h1>
        {thing && (
          <p className="soft">
            {thing.title} {hasCode && <span className="code">{thing.key}</span>}
          </p>
        )}
      </div>
      <div className="row">
        {draft && (
          <ActionButton action={discardProposalAction} fields={{ subject, key }} variant="bare" size="sm">
            丢弃草稿
          </ActionButton>
        )}
        {(returned || draft) && <EditorialSlip state={returned ? "returned" : "draft"} />}
      </div>
      {returned && !returned.returnField && <Note tone="warn">{`退回原因：${returned.returnReason}`}</Note>}
      {open && <Note tone="warn">{openWords(open)}</Note>}
    </div>
  );
}

function openWords({ id, state, author, isOwn }: NonNullable<Proposal["open"]>): string {
  const whose = isOwn ? "你自己" : author;
  return `这一项有一份${editorialText[state]}的变更（编号 ${id}，${whose}）。等它办完才能提交；现在可以先填，草稿会保存。`;
}
