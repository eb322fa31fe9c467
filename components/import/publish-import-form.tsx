"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { Note } from "@/components/ui/note";
import type { ActionState } from "@/lib/auth/action";
import type { PublishedImport } from "@/lib/import/import-dto";
import { publishImportAction } from "@/lib/import/import-review-actions";
import { paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";

const nothingSent: ActionState<PublishedImport> = emptyFormState;

type Props = { id: number; seen: string; waiting: number; isOwn: boolean };

/** Publishes everything of an import at once; each change that is refused is named with the reason. */
export function PublishImportForm({ id, seen, waiting, isOwn }: Props) {
  const [state, submit, isPending] = useActionState(publishImportAction, nothingSent);
  const { result } = state;
  return (
    <form action={submit} className="stack">
      <ErrorSummary errors={formErrors(state)} />
      {result && (
        <Note tone={result.refused.length > 0 ? "warn" : "ok"} role="status">
          {`发布了 ${result.published} 项${result.left > 0 ? `，还有 ${result.left} 项，请再按一次` : ""}。`}
        </Note>
      )}
      {result && result.refused.length > 0 && (
        <ul className="stack">
          {result.refused.map(({ id: change, row, title, message }) => (
            <li key={change}>
              <a href={paths.staffReviewItem("change", change)}>{`第 ${row} 行，${title}`}</a>
              {`：${message}`}
            </li>
          ))}
        </ul>
      )}
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={result?.seen ?? seen} />
      {waiting > 0 && (
        <div className="actions">
          <Button type="submit" variant="go" busy={isPending} disabled={isOwn}>
            {`全部发布 ${waiting} 项`}
          </Button>
          <p className="small soft">
            {isOwn
              ? "自己导入的，由另一位审核员决定。"
              : "翻页看过全部变化再发布。每一项单独生效，有不能发布的会列出原因；要退回，请单独看那一项。"}
          </p>
        </div>
      )}
    </form>
  );
}
