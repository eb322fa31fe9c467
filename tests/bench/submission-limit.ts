import { randomUUID } from "node:crypto";
import type pg from "pg";
import type { Viewer } from "@/lib/auth/viewer";
import { type Month, reportOf } from "./submission-cast";

type Hands = { author: Viewer; reviewer: Viewer; isAudited: boolean };

const submission = `
  insert into progress_reports (project_id, period, author_id, summary, next_steps, percent, arrived_funds, completed_investment, request_id)
  select p.id, $2, $3, $4, $5, $6, $7, $8, $9 from projects p where p.code = $1
  returning id`;

const publication = `
  update progress_reports set state = 'published', reviewer_id = $2, reviewed_at = app_now(), published_at = app_now(),
    is_money_public = true, version = version + 1
  where id = $1 and state = 'submitted' and version = 1
  returning id`;

const auditEvent = `
  insert into audit_events (account_id, actor, action, subject, details)
  select $A::int, $B::text, $C::text, $D::text, jsonb_build_object('report', id) from written`;

/** A report handed in and published by one prepared statement each: what the commands cannot beat. */
export async function submitByHand(pool: pg.Pool, { code, period }: Month, hands: Hands): Promise<void> {
  const { author, reviewer, isAudited } = hands;
  const { summary, nextSteps, percent, arrivedFunds, completedInvestment } = reportOf(period);
  const content = [summary, nextSteps, percent, arrivedFunds, completedInvestment, randomUUID()];
  const { rows } = await pool.query<{ id: number }>(
    statement(
      "submit",
      submission,
      [code, period, author.accountId, ...content],
      isAudited && [author, code],
    ),
  );
  const id = rows[0]?.id;
  await pool.query(
    statement("publish", publication, [id, reviewer.accountId], isAudited && [reviewer, code]),
  );
}

/** The step, and its audit event in the same statement. */
function statement(name: string, step: string, values: unknown[], audit: [Viewer, string] | false) {
  if (!audit) return { name, text: step, values };
  const [actor, code] = audit;
  const place = (offset: number) => `$${values.length + offset}`;
  const event = auditEvent
    .replace("$A", place(1))
    .replace("$B", place(2))
    .replace("$C", place(3))
    .replace("$D", place(4));
  const text = `with written as (${step}), audited as (${event}) select id from written`;
  return {
    name: `${name}, audited`,
    text,
    values: [...values, actor.accountId, actor.name, `report.${name}`, code],
  };
}
