import { type FormEvent, type RefObject, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/auth/action";
import { emptyFormState } from "@/lib/result";
import type { DraftKeeper } from "./draft-keeper";
import { sendDiscarding } from "./send-draft";

export type Discarding = {
  /** For a page without JavaScript. */
  action: FormAction<never>;
  /** What it needs to know. */
  fields: Record<string, string>;
  /** The form's page, to be opened anew. */
  page: string;
};

/** Throws away all that was typed, after a second click. */
export function DiscardDraft({
  keeper,
  action,
  fields,
  page,
}: Discarding & { keeper: RefObject<DraftKeeper | null> }) {
  const [state, discard] = useActionState(action, emptyFormState);
  const [hasFailed, setHasFailed] = useState(false);
  const onSubmit = async (event: FormEvent) => {
    const draft = keeper.current;
    if (!draft) return;
    event.preventDefault();
    draft.saver.cancel();
    const isDone = await sendDiscarding(draft.data({ intent: "discard", turn: draft.saver.nextTurn() }));
    setHasFailed(!isDone);
    if (!isDone) return;
    draft.end();
    window.location.assign(page);
  };
  return (
    <details className="discard">
      <summary>丢弃草稿</summary>
      <form action={discard} onSubmit={onSubmit}>
        <p>填的内容会全部删掉，找不回来。</p>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Button type="submit" size="sm">
          确认丢弃
        </Button>
        {(state.message || hasFailed) && (
          <p role="alert">{state.message ?? "没有丢弃：连接断开或登录已结束。请稍后再试。"}</p>
        )}
      </form>
    </details>
  );
}
