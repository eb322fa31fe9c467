"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { verifyAuditAction } from "@/lib/audit/audit-actions";
import { findingSentence } from "@/lib/audit/audit-finding-sentence";
import type { Verification } from "@/lib/audit/audit-verify";
import type { ActionState } from "@/lib/auth/action";
import { formatNumber } from "@/lib/format/number";
import { auditEventAnchor, paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";

/** Checks the whole chain and says what it found. */
export function VerifyChainButton() {
  const [{ result, message }, submit, isPending] = useActionState<ActionState<Verification>, FormData>(
    verifyAuditAction,
    emptyFormState,
  );
  return (
    <form action={submit}>
      <Button type="submit" icon="checks" busy={isPending}>
        核对链条
      </Button>
      {message && <p role="alert">{message}</p>}
      {result && (
        <div className="mt-3">
          <Result {...result} />
        </div>
      )}
    </form>
  );
}

function Result({ count, finding }: Verification) {
  if (!finding) {
    return <Note tone="ok" role="status">{`核对了 ${formatNumber(count)} 条事件，链条完整。`}</Note>;
  }
  const { number } = finding;
  const href = `${paths.staffAudit({ before: String(number + 1) })}#${auditEventAnchor(number)}`;
  return (
    <Note tone="warn" role="status">
      {`${findingSentence(finding)}它之前的 ${formatNumber(count)} 条完整。请保留数据库现状，与备份比对。`}
      <a href={href}>看这一处</a>
    </Note>
  );
}
