import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import type { IsoDate } from "@/lib/format/calendar-day";
import { type Decided, decide, writeOnce } from "@/lib/project/decision-commands";
import { returnSql, withdrawSql } from "@/lib/project/review-sql";
import { withdrawMadeThings } from "@/lib/register-change/made-things-commands";
import {
  type ChangeKind,
  changedFields,
  isSame,
  type RegisterContent,
  type RegisterSubject,
} from "@/lib/register-change/register-change-rules";
import { registerNoun } from "@/lib/register-change/register-noun-commands";
import { subjectColumn } from "@/lib/register-change/subject-sql";
import { DomainError, refuseAsWhole } from "@/lib/result";
import { type RegisterOrigin, restoreCitations } from "@/lib/source/citation-commands";
import { Prisma } from "@/prisma/generated/client";

/** A change as the reviewer saw it. */
export type ReviewedChange = { id: number; version: number };

/** Makes a change count: what it proposes becomes what the register says. */
export async function publishChange(
  viewer: Viewer,
  { id, version }: ReviewedChange,
): Promise<{ key: string }> {
  let key = "";
  await decide(viewer, {
    permission: "register:review",
    step: "publish",
    version,
    reason: null,
    auditAction: "register.published",
    load: (tx) => lockChange(tx, id),
    write: async (tx, change) => {
      const thing = await apply(tx, change, origin(viewer, change, false));
      key = thing.key;
      const made = await registerNoun(change.subject).current(tx, { id: thing.id });
      const result = JSON.stringify(made?.content ?? change.content);
      await writeOnce(
        tx,
        Prisma.sql`
          update register_changes
          set state = 'published', reviewer_id = ${viewer.accountId}, reviewed_at = app_now(), published_at = app_now(),
            result = ${result}::jsonb, ${subjectColumn(change.subject)} = ${thing.id}, version = version + 1
          where id = ${id} and version = ${version} and state = 'submitted'
          returning id`,
      );
      return { details: { ...aboutChange(change), key: thing.key, fields: fieldChanges(change) } };
    },
  });
  return { key };
}

/** Gives a change back to its author; the reason stands at the field, null being the whole of it. */
export async function returnChange(
  viewer: Viewer,
  { id, version, reason, field }: ReviewedChange & { reason: string | null; field: string | null },
): Promise<void> {
  await decide(viewer, {
    permission: "register:review",
    step: "return",
    version,
    reason,
    auditAction: "register.returned",
    load: (tx) => lockChange(tx, id),
    write: async (tx, change) => {
      const returned = { id, version, reviewerId: viewer.accountId, reason: reason ?? "", field };
      await writeOnce(tx, returnSql("registerChange", returned));
      return { details: { ...aboutChange(change), reason, field } };
    },
  });
}

/** Takes a published change back in one step: the register says again what it said before. */
export async function withdrawChange(
  viewer: Viewer,
  { id, version, reason }: ReviewedChange & { reason: string | null },
): Promise<void> {
  await decide(viewer, {
    permission: "register:review",
    step: "withdraw",
    version,
    reason,
    auditAction: "register.withdrawn",
    load: (tx) => lockChange(tx, id),
    write: async (tx, change) => {
      await takeBack(tx, change, { ...origin(viewer, change, true), reason });
      await withdrawMadeThings(tx, id);
      await restoreCitations(tx, id);
      const withdrawal = { id, version, accountId: viewer.accountId, reason: reason ?? "" };
      await writeOnce(tx, withdrawSql("registerChange", withdrawal));
      return { details: { ...aboutChange(change), reason } };
    },
  });
}

async function apply(
  tx: Transaction,
  change: LockedChange,
  from: RegisterOrigin,
): Promise<{ id: number; key: string }> {
  const noun = registerNoun(change.subject);
  const content = noun.schema.parse(change.content);
  if (change.thingId === null) {
    refuseAsWhole(await noun.refusals(tx, content, null));
    return noun.create(tx, content, from);
  }
  const thing = await noun.current(tx, { id: change.thingId });
  if (!thing) throw new DomainError("这一项已被撤回，变更不能再发布。请退回给填报人。");
  if (thing.version !== change.baseVersion) {
    throw new DomainError("提交以后，登记的内容又变了。请退回，让填报人对照新内容再提交。");
  }
  refuseAsWhole(await noun.refusals(tx, content, thing.content));
  await noun.amend(tx, { id: thing.id, before: thing.content, content }, from);
  return thing;
}

async function takeBack(tx: Transaction, change: LockedChange, from: RegisterOrigin): Promise<void> {
  const noun = registerNoun(change.subject);
  const thing = change.thingId === null ? null : await noun.current(tx, { id: change.thingId });
  if (!thing) throw new DomainError("这一项已被撤回。请刷新页面，看过现状再办。");
  if (change.before === null) return noun.withdraw(tx, thing.id);
  const content = noun.schema.parse(change.result ?? change.content);
  const before = noun.schema.parse(change.before);
  const overtaken = changedFields(before, content).filter(
    (field) => !isSame(thing.content[field] ?? null, content[field] ?? null),
  );
  if (overtaken.length > 0) {
    throw new DomainError("这一项之后又有变更。请先撤回后来的那一份，或者提交一份更正。");
  }
  await noun.amend(
    tx,
    { id: thing.id, before: thing.content, content: { ...thing.content, ...restored(before, content) } },
    from,
  );
}

/** Only what the change itself had changed goes back. */
function restored(before: RegisterContent, content: RegisterContent): RegisterContent {
  return Object.fromEntries(changedFields(before, content).map((field) => [field, before[field] ?? null]));
}

function origin(viewer: Viewer, { id, reason, evidenceOn }: LockedChange, isUndo: boolean): RegisterOrigin {
  return { changeId: id, accountId: viewer.accountId, reason, evidenceOn, isUndo };
}

function aboutChange({ id, subject, kind }: LockedChange): Prisma.InputJsonObject {
  return { change: id, subject, kind };
}

function fieldChanges({ before, content }: LockedChange): Prisma.InputJsonObject {
  const pairs = changedFields(before, content).map((field) => [
    field,
    [before?.[field] ?? null, content[field] ?? null],
  ]);
  return Object.fromEntries(pairs);
}

type LockedChange = Decided & {
  id: number;
  subject: RegisterSubject;
  kind: ChangeKind;
  /** Null: a creation that was not published yet. */
  thingId: number | null;
  content: RegisterContent;
  before: RegisterContent | null;
  /** What publishing made; null: it was not published yet. */
  result: RegisterContent | null;
  baseVersion: number | null;
  reason: string | null;
  evidenceOn: IsoDate;
};

async function lockChange(tx: Transaction, id: number): Promise<LockedChange> {
  const [change] = await tx.$queryRaw<LockedChange[]>`
    select g.id, g.subject, g.kind, g.content, g.before, g.result, g.base_version as "baseVersion", g.reason,
      g.evidence_on::text as "evidenceOn", g.state, g.version, g.author_id as "authorId",
      g.former_author_ids as "formerAuthorIds",
      coalesce(g.organization_id, g.place_id, g.agreement_id, g.project_id) as "thingId",
      coalesce(p.code, a.code, o.slug, l.slug, g.title) as about, '这份变更' as named,
      (select reviewer.display_name from accounts reviewer where reviewer.id = g.reviewer_id) as reviewer
    from register_changes g
    left join all_projects p on p.id = g.project_id
    left join all_agreements a on a.id = g.agreement_id
    left join all_organizations o on o.id = g.organization_id
    left join all_places l on l.id = g.place_id
    where g.id = ${id} for update of g`;
  if (!change) throw new DomainError("找不到这份变更。请回到审核列表再选。");
  return change;
}
