import { Note } from "@/components/ui/note";
import type { Proposal } from "@/lib/register-change/proposal-queries";
import { proposalTitle } from "@/lib/register-change/proposal-words";
import { editorialText } from "@/lib/text/editorial-text";

/** What is proposed. */
export function ProposalHeading({ proposal }: { proposal: Proposal }) {
  const { subject, thing } = proposal;
  const hasCode = subject === "agreement" || subject === "project" || subject === "standing";
  return (
    <>
      <h1>{proposalTitle(proposal)}</h1>
      {thing && (
        <p className="soft">
          {thing.title} {hasCode && <span className="code">{thing.key}</span>}
        </p>
      )}
    </>
  );
}

/** What stands in its way. */
export function ProposalNotes({ proposal: { returned, open } }: { proposal: Proposal }) {
  return (
    <>
      {returned && !returned.returnField && <Note tone="warn">{`退回原因：${returned.returnReason}`}</Note>}
      {open && <Note tone="warn">{openWords(open)}</Note>}
    </>
  );
}

function openWords({ id, state, author, isOwn }: NonNullable<Proposal["open"]>): string {
  const whose = isOwn ? "你自己" : author;
  return `这一项有一份${editorialText[state]}的变更（编号 ${id}，${whose}）。等它办完才能提交；现在可以先填，草稿会保存。`;
}
