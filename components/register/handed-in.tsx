import { KeyValues } from "@/components/ui/key-values";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import { paths } from "@/lib/paths";
import type { EditorialState } from "@/lib/project/editorial-rules";
import type { HandedInChange } from "@/lib/register-change/register-change-queries";
import { registerStepText } from "@/lib/text/register-text";

type Words = { title: string; note: string; next: string; who: string };

const waiting: Words = {
  title: "已提交，等待审核",
  note: "已收到。审核通过前，公众看不到。",
  next: "审核员核对后发布，或写明原因退回；结果在“登记”里看",
  who: "审核员",
};

const withdrawn: Words = {
  title: "已撤回",
  note: "发布以后被撤回，公众看不到内容。",
  next: "登记恢复到发布前的样子；要再改，另提交一份",
  who: "没有",
};

const words: Record<EditorialState, Words> = {
  draft: waiting,
  submitted: waiting,
  returned: {
    title: "已退回",
    note: "审核员请你修改后再提交。",
    next: "修改标出的地方，再提交",
    who: "你",
  },
  published: { title: "已发布", note: "公众现在可以看到。", next: "不用再办", who: "没有" },
  corrected: withdrawn,
  withdrawn,
};

/** A change that its author handed in: its number, what happens next and who does it. */
export function HandedIn({ change }: { change: HandedInChange }) {
  const { id, subject, title, state, key, hasPage, returnReason } = change;
  const { title: heading, note, next, who } = words[state];
  const isReturned = state === "returned";
  return (
    <div className="stack measure">
      <h1>{heading}</h1>
      <Note tone={isReturned ? "warn" : "ok"} role="status">
        {isReturned && returnReason ? `退回原因：${returnReason}` : note}
      </Note>
      <KeyValues
        items={[
          { term: "编号", value: String(id) },
          { term: "办什么", value: `${registerStepText(change)}：${title}` },
          { term: "下一步", value: next },
          { term: "现在由谁办", value: who },
        ]}
      />
      <div className="row">
        {isReturned && (
          <LinkButton
            href={paths.staffRegisterItem(subject, change.kind === "creation" ? id : (key ?? id))}
            variant="go"
          >
            修改
          </LinkButton>
        )}
        <LinkButton
          href={paths.staffRegister({ subject: subject === "standing" ? "project" : subject })}
          variant={isReturned ? undefined : "go"}
        >
          回到登记
        </LinkButton>
        {state === "published" && hasPage && key && (
          <LinkButton href={pageOf(change, key)}>看公开页</LinkButton>
        )}
      </div>
    </div>
  );
}

function pageOf({ subject }: HandedInChange, key: string): string {
  if (subject === "agreement") return paths.agreement(key);
  return subject === "organization" ? paths.enterprise(key) : paths.project(key);
}
