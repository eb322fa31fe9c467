import "server-only";
import { type AuditEvent, record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type EditorialState, takeStep } from "@/lib/project/editorial-rules";
import { mendableBy } from "@/lib/project/succession-sql";
import { findDuplicates } from "@/lib/register-change/duplicate-queries";
import {
  type ChangeKind,
  changedFields,
  changesIdentity,
  type Evidence,
  type RegisterContent,
  type RegisterSubject,
} from "@/lib/register-change/register-change-rules";
import { registerNoun } from "@/lib/register-change/register-noun-commands";
import type { CurrentThing } from "@/lib/register-change/register-noun-contract-commands";
import { subjectColumn } from "@/lib/register-change/subject-sql";
import { DomainError, refuseAny } from "@/lib/result";
import { editorialText } from "@/lib/text/editorial-text";

export type ChangeSubmission = {
  subject: RegisterSubject;
  kind: ChangeKind;
  /** Code or slug of what is changed; null: a creation. */
  key: string | null;
  /** Version of it that the form showed; null: a creation. */
  baseVersion: number | null;
  content: RegisterContent;
  /** Null only for a creation. */
  reason: string | null;
  evidence: Evidence;
  /** Made with the check page: the same one twice makes one change. */
  requestId: string;
  /** The returned change that is handed in again; null: a new one. */
  returned: { id: number; version: number } | null;
  /** The draft that this uses up. */
  form: string;
  /** The version of it that this was made of: what was typed into it since stays. Without one any is used up. */
  draftVersion?: number;
  /** Why it is not the same as something very like it; asked only where there is such a thing. */
  duplicateReason?: string | null;
};

/** Somebody else's change was published meanwhile; carries what stands now, so that the author can choose. */
export class ChangeConflict extends DomainError {
  constructor(readonly current: { version: number; content: RegisterContent }) {
    super("这项登记刚刚被别人改过。下面列出两边不同的地方，逐项选一个，再提交。");
  }
}

/** Hands a change of the register in for review, new or after it was returned. Sent twice, it is handed in once. */
export async function submitChange(viewer: Viewer, submission: ChangeSubmission): Promise<{ id: number }> {
  return db.$transaction(async (tx) => {
    const { id, event } = await handInChange(tx, viewer, submission);
    if (event) await record(tx, event);
    return { id };
  });
}

/** The same within a transaction of the caller's, who records the event last; null: it was handed in before. */
export async function handInChange(
  tx: Transaction,
  viewer: Viewer,
  submission: ChangeSubmission,
): Promise<{ id: number; event: AuditEvent | null }> {
  requirePermission(viewer, "register:write");
  const noun = registerNoun(submission.subject);
  // The change before the thing, as its reviewer locks them.
  await tx.$executeRaw`select from register_changes where id = ${submission.returned?.id ?? 0} for update`;
  const thing = submission.key === null ? null : await noun.current(tx, { key: submission.key });
  const sent = await findSent(tx, viewer, submission.requestId);
  if (sent) return { ...sent, event: null };
  const content = noun.schema.parse(submission.content);
  requireChange(submission, content, thing);
  refuseAny(await noun.refusals(tx, content, thing?.content ?? null));
  await requireDistinct(tx, submission, content, thing);
  const title = noun.titleOf(content);
  const row = { ...submission, content, title, thing, authorId: viewer.accountId };
  const written = submission.returned ? await rewrite(tx, viewer, row) : await insert(tx, row);
  if (written === null) {
    // Either the same request was faster, or somebody else's change is open.
    const faster = await findSent(tx, viewer, submission.requestId);
    if (faster) return { ...faster, event: null };
    throw await otherChangeOpen(tx, row);
  }
  const { form, draftVersion: version } = submission;
  await tx.draft.deleteMany({ where: { accountId: viewer.accountId, form, ...(version && { version }) } });
  const event: AuditEvent = {
    actor: viewer,
    action: submission.returned ? "register.resubmitted" : "register.submitted",
    subject: submission.key ?? title,
    details: {
      change: written.id,
      subject: submission.subject,
      kind: submission.kind,
      reason: submission.reason,
      ...(written.author && { author: written.author }),
    },
  };
  return { id: written.id, event };
}

function requireChange(
  { subject, kind, key, baseVersion }: ChangeSubmission,
  content: RegisterContent,
  thing: CurrentThing<RegisterContent> | null,
): void {
  if (subject === "standing" && kind !== "correction") {
    throw new DomainError("阶段和状况的记录只能更正。新的进展请用“填报进展”。", "changeKind");
  }
  if (key === null) return;
  if (!thing) throw new DomainError("找不到要改的这一项，可能已被撤回。请从列表里再打开。");
  if (thing.version !== baseVersion) throw new ChangeConflict(thing);
  if (changedFields(thing.content, content).length === 0) {
    throw new DomainError("内容和登记的一样，没有要审核的变化。");
  }
}

async function requireDistinct(
  tx: Transaction,
  { subject, returned, duplicateReason }: ChangeSubmission,
  content: RegisterContent,
  thing: CurrentThing<RegisterContent> | null,
): Promise<void> {
  if (duplicateReason || (thing && !changesIdentity(thing.content, content))) return;
  const except = { thingId: thing?.id ?? null, changeId: returned?.id ?? null };
  const [first] = await findDuplicates(tx, subject, { content, except });
  if (first?.isSame) {
    throw new DomainError(
      `和“${first.title}”很可能是同一个（${first.why}）。是同一个，就不用再登记；不是，请打勾并写明原因。`,
      "duplicateReason",
    );
  }
}

type Row = ChangeSubmission & {
  title: string;
  authorId: number;
  thing: CurrentThing<RegisterContent> | null;
};

type Written = {
  id: number;
  /** The accounts of the author before and now, when it was taken over. */
  author?: [string, string];
};

const json = (value: unknown) => (value === null ? null : JSON.stringify(value));

async function insert(tx: Transaction, row: Row): Promise<Written | null> {
  const { subject, kind, thing, evidence } = row;
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    insert into register_changes (subject, kind, ${subjectColumn(subject)}, title, content, before, base_version, reason,
      evidence_kind, evidence, evidence_on, author_id, submitted_at, duplicate_reason, request_id)
    values (${subject}::register_subject, ${kind}::change_kind, ${thing?.id ?? null}::int, ${row.title},
      ${json(row.content)}::jsonb, ${json(thing?.content ?? null)}::jsonb, ${thing?.version ?? null}::int, ${row.reason},
      ${evidence.kind}::evidence_kind, ${evidence.text}, ${evidence.on}::date, ${row.authorId}, app_now(),
      ${row.duplicateReason ?? null}, ${row.requestId}::uuid)
    on conflict do nothing
    returning id`;
  return written ?? null;
}

async function rewrite(tx: Transaction, viewer: Viewer, row: Row): Promise<Written> {
  const { returned, thing, evidence } = row;
  const [old] = await tx.$queryRaw<Returned[]>`
    select g.state, g.author_id as "authorId", a.name as author, g.subject, ${mendableBy(viewer, "g")} as "isMendable",
      ${subjectColumn(row.subject)} is not distinct from ${thing?.id ?? null}::int as "isSame"
    from register_changes g join accounts a on a.id = g.author_id
    where g.id = ${returned?.id ?? 0} for update of g`;
  if (!old || old.subject !== row.subject || !old.isSame) throw changedMeanwhile();
  const actorId = String(viewer.accountId);
  const ids = { authorId: old.isMendable ? actorId : String(old.authorId), actorId };
  const step = takeStep({ state: old.state, step: "submit", ...ids, reason: null });
  if ("refusal" in step) throw new DomainError(step.refusal.message);
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    update register_changes
    set kind = ${row.kind}::change_kind, title = ${row.title}, content = ${json(row.content)}::jsonb,
      before = ${json(thing?.content ?? null)}::jsonb, base_version = ${thing?.version ?? null}::int, reason = ${row.reason},
      evidence_kind = ${evidence.kind}::evidence_kind, evidence = ${evidence.text}, evidence_on = ${evidence.on}::date,
      duplicate_reason = ${row.duplicateReason ?? null}, submitted_at = app_now(), request_id = ${row.requestId}::uuid, state = 'submitted', reviewer_id = null,
      reviewed_at = null, return_reason = null, return_field = null, version = version + 1,
      former_author_ids = case when author_id = ${row.authorId} then former_author_ids else former_author_ids || author_id end,
      author_id = ${row.authorId}
    where id = ${returned?.id ?? 0} and version = ${returned?.version ?? 0} and state = 'returned'
    returning id`;
  if (!written) throw changedMeanwhile();
  const isTakenOver = old.authorId !== row.authorId;
  return { ...written, ...(isTakenOver && { author: [old.author, viewer.name] }) };
}

type Returned = {
  state: EditorialState;
  authorId: number;
  author: string;
  subject: RegisterSubject;
  isSame: boolean;
  /** The viewer wrote it, or takes it over. */
  isMendable: boolean;
};

async function findSent(tx: Transaction, viewer: Viewer, requestId: string): Promise<{ id: number } | null> {
  return tx.registerChange.findFirst({
    where: { requestId, authorId: viewer.accountId },
    select: { id: true },
  });
}

async function otherChangeOpen(tx: Transaction, { subject, thing }: Row): Promise<DomainError> {
  const [row] = await tx.$queryRaw<{ id: number; state: EditorialState; author: string }[]>`
    select g.id, g.state, a.display_name as author
    from register_changes g join accounts a on a.id = g.author_id
    where g.state in ('submitted', 'returned') and g.subject = ${subject}::register_subject
      and g.${subjectColumn(subject)} = ${thing?.id ?? null}::int`;
  if (!row) return changedMeanwhile();
  return new DomainError(
    `这一项已有一份${editorialText[row.state]}的变更（编号 ${row.id}，${row.author}）。等它办完再改，或请那位同事修改那一份。`,
  );
}

function changedMeanwhile(): DomainError {
  return new DomainError("这份变更刚刚被改过。请刷新页面，看过现状再办；填的内容还在草稿里。");
}
