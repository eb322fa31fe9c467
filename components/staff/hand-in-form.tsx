"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { submitReportAction } from "@/lib/progress/progress-actions";
import { emptyFormState } from "@/lib/result";

type Props = {
  code: string;
  /** The number of the report that is corrected; null: none. */
  corrects: number | null;
  requestId: string;
  draftVersion: number;
};

/** The last step of a report: hand in what the page shows, or go back. */
export function HandInForm({ code, corrects, requestId, draftVersion }: Props) {
  const [state, submit, isPending] = useActionState(submitReportAction, emptyFormState);
  return (
    <form action={submit} className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="correctsId" value={corrects ?? ""} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <div className="actions">
        <Button type="submit" variant="go" busy={isPending}>
          提交审核
        </Button>
        <LinkButton href={paths.staffReport(code, corrects)}>回去修改</LinkButton>
      </div>
    </form>
  );
}
