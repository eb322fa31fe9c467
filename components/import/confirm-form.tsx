"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { GroundsFields } from "@/components/register/grounds-fields";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { confirmImportAction } from "@/lib/import/import-actions";
import { emptyFormState, type KeptValues } from "@/lib/result";

type Props = {
  id: number;
  /** Rows that can be handed in, on all pages. */
  newsCount: number;
  badCount: number;
  /** What was stated before of what changes of the register rest on; null: the rows are reports. */
  grounds: { values: KeptValues; isNew: boolean } | null;
  children: ReactNode;
};

/** The ticks of a page, and handing in what is ticked on all pages, or everything. */
export function ConfirmForm({ id, newsCount, badCount, grounds, children }: Props) {
  const [state, submit, isPending] = useActionState(confirmImportAction, emptyFormState);
  const form = useRef<HTMLFormElement>(null);
  const { row } = state.values;
  // A refused form is shown again as it was opened; the ticks are those that were sent.
  useEffect(() => {
    if (Object.keys(state.values).length === 0) return;
    const ticked = [row ?? []].flat();
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("input[name=row]") ?? []) {
      box.checked = ticked.includes(box.value);
    }
  }, [state.values, row]);
  const text = (name: string) => ({
    name,
    defaultValue: keptText(state, name) || keptText({ ...state, values: grounds?.values ?? {} }, name),
    error: state.fieldErrors[name],
  });
  return (
    <form ref={form} action={submit} noValidate className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <input type="hidden" name="id" value={id} />
      {children}
      {grounds && newsCount > 0 && (
        <fieldset className="stack">
          <legend>所有提交的行共用</legend>
          <GroundsFields text={text} isNew={grounds.isNew} onlyCorrects={false} />
        </fieldset>
      )}
      {newsCount > 0 && (
        <div className="actions">
          <Button type="submit" name="intent" value="chosen" variant="go" busy={isPending}>
            提交勾选的行
          </Button>
          {badCount === 0 && (
            <Button type="submit" name="intent" value="all" busy={isPending}>
              {`整份提交 ${newsCount} 行`}
            </Button>
          )}
          <Button type="submit" name="intent" value="choose" busy={isPending}>
            保存勾选
          </Button>
          <p className="small soft">
            {badCount === 0
              ? "整份提交：有一行不能收，就一行都不提交。翻页前先保存勾选。"
              : `${badCount} 行有错，不会提交。翻页前先保存勾选。`}
          </p>
        </div>
      )}
    </form>
  );
}
