import { KeyValues } from "@/components/ui/key-values";
import type { Proposal } from "@/lib/register-change/proposal-queries";
import { registerSubjectText } from "@/lib/text/register-text";

/** What becomes of it, beside the form. */
export function ProposalAside({ proposal: { subject, thing } }: { proposal: Proposal }) {
  const name = registerSubjectText[subject];
  return (
    <aside className="sticky" aria-label="怎么办理">
      <section className="panel" aria-labelledby="steps-title">
        <div className="panel-h">
          <h2 id="steps-title">怎么办理</h2>
        </div>
        <KeyValues items={thing ? changeSteps : creationSteps(name)} />
      </section>
    </aside>
  );
}

const changeSteps = [
  { term: "填", value: "只改要改的，写明为什么改和依据；自动存草稿" },
  { term: "检查", value: "看哪些字段变了，再提交" },
  { term: "审核", value: "由审核员发布，或写明原因退回" },
  { term: "公开", value: "发布后公众看得到新内容、改动、原因和依据，原来的内容仍可查" },
];

const creationSteps = (name: string) => [
  { term: "填", value: "照材料写，没有写明的留空；自动存草稿" },
  { term: "检查", value: `像已登记过的${name}会列出来，核对后再提交` },
  { term: "审核", value: "由审核员发布，或写明原因退回" },
  { term: "编号", value: "发布时给出" },
];
