"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors, keptText } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/link-button";
import { Textarea } from "@/components/ui/textarea";
import { paths } from "@/lib/paths";
import { submitProposalAction } from "@/lib/register-change/register-actions";
import type { FormSubject } from "@/lib/register-change/register-form-rules";
import { emptyFormState } from "@/lib/result";

type Props = {
  subject: FormSubject;
  address: string;
  requestId: string;
  draftVersion: number;
  /** Something registered is very likely the same: its author has to say why it is not. */
  needsReason: boolean;
};

/** The last step of a proposal: hand in what the page shows, or go back. */
export function HandInProposal({ subject, address, requestId, draftVersion, needsReason }: Props) {
  const [state, submit, isPending] = useActionState(submitProposalAction, emptyFormState);
  return (
    <form action={submit} className="stack" noValidate>
      <ErrorSummary errors={formErrors(state)} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="key" value={address} />
      <input type="hidden" name="requestId" value={requestId} />
      <input type="hidden" name="draftVersion" value={draftVersion} />
      {needsReason && (
        <div className="panel stack">
          <label className="tick">
            <input
              type="checkbox"
              name="isDistinct"
              value="yes"
              defaultChecked={keptText(state, "isDistinct") === "yes"}
            />
            核对过，不是同一个
          </label>
          <Textarea
            name="duplicateReason"
            label="为什么不是同一个"
            hint="审核员会看到。"
            rows={2}
            defaultValue={keptText(state, "duplicateReason")}
            error={state.fieldErrors.duplicateReason}
          />
        </div>
      )}
      <div className="actions">
        <Button type="submit" variant="go" busy={isPending}>
          提交审核
        </Button>
        <LinkButton href={paths.staffRegisterItem(subject, address)}>回去修改</LinkButton>
      </div>
    </form>
  );
}
