"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { formErrors } from "@/components/ui/form-errors";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import type { ActionState } from "@/lib/auth/action";
import { paths } from "@/lib/paths";
import { emptyFormState } from "@/lib/result";
import { publishRoundAction } from "@/lib/round/bulk-actions";
import { type PublicationOutcome, type TickedReport, tickedValue } from "@/lib/round/bulk-rules";

const nothingSent: ActionState<PublicationOutcome[]> = emptyFormState;

type Props = {
  period: string;
  reports: readonly TickedReport[];
  /** What is about to be published. */
  children: ReactNode;
};

/** Publishes what was ticked, and then says of each report what became of it. */
export function PublishConfirmation({ period, reports, children }: Props) {
  const [state, submit, isPending] = useActionState(publishRoundAction, nothingSent);
  if (state.result) return <Outcomes period={period} outcomes={state.result} />;
  return (
    <form action={submit} className="stack">
      <ErrorSummary errors={formErrors(state)} />
      {children}
      {reports.map((report) => (
        <input key={report.id} type="hidden" name="report" value={tickedValue(report)} />
      ))}
      {reports
        .filter(({ isMoneyPublic }) => isMoneyPublic)
        .map(({ id }) => (
          <input key={id} type="hidden" name="money" value={id} />
        ))}
      <div className="actions">
        {reports.length > 0 && (
          <Button type="submit" variant="go" busy={isPending}>
            {`发布 ${reports.length} 份`}
          </Button>
        )}
        <LinkButton href={paths.staffRoundPublish(period)}>返回重选</LinkButton>
        <span className="small faint">每份单独发布，决定会写入审计记录</span>
      </div>
    </form>
  );
}

function Outcomes({ period, outcomes }: { period: string; outcomes: readonly PublicationOutcome[] }) {
  const published = outcomes.filter(({ isPublished }) => isPublished);
  const refused = outcomes.filter(({ isPublished }) => !isPublished);
  return (
    <div className="stack">
      <Note tone={refused.length > 0 ? "warn" : "ok"} role="status">
        {`已发布 ${published.length} 份，公众现在可以看到。`}
        {refused.length > 0 && `${refused.length} 份没有发布，原因在下面。`}
      </Note>
      {refused.length > 0 && (
        <section className="panel" aria-labelledby="refused-title">
          <h2 className="text-base" id="refused-title">
            没有发布的
          </h2>
          <ul>
            {refused.map(({ id, code, name, message }) => (
              <li key={id}>
                <a href={paths.staffReviewItem("report", id)}>{name}</a> <span className="code">{code}</span>
                {`：${message}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {published.length > 0 && (
        <section className="panel" aria-labelledby="published-title">
          <h2 className="text-base" id="published-title">
            已发布的
          </h2>
          <ul>
            {published.map(({ id, code, name }) => (
              <li key={id}>
                <a href={paths.project(code)}>{name}</a> <span className="code">{code}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="row">
        <LinkButton href={paths.staffRound(period)} variant="go">
          回到这一轮
        </LinkButton>
        <LinkButton href={paths.staffRoundPublish(period)}>继续批量发布</LinkButton>
      </div>
    </div>
  );
}
