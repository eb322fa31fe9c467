"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/link-button";
import { type GridScope, paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";
import { handInGridAction } from "@/lib/round/grid-actions";

type Props = { period: string; scope: GridScope; batchId: string; draftVersion: number; count: number };

/** The last step of a grid: one submit for all rows that are ready, or back. */
export function HandInGridForm({ period, scope, batchId, draftVersion, count }: Props) {
  const [state, submit, isPending] = useActionState(handInGridAction, emptyFormState);
  return (
    <form action={submit} className="stack">
      <ErrorSummary errors={formErrors(state)} />
      <input type="hidden" name="period" value={period.slice(0, 7)} />
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <div className="actions">
        {count > 0 && (
          <Button type="submit" variant="go" busy={isPending}>
            {`提交 ${count} 个项目`}
          </Button>
        )}
        <LinkButton href={paths.staffRoundGrid(period, scope)}>返回修改</LinkButton>
        <span className="small faint">提交后由审核员核对，公众还看不到</span>
      </div>
    </form>
  );
}
