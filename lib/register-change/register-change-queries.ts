import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import type { DiffRow } from "@/lib/format/field-diff";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { writtenBy } from "@/lib/project/succession-sql";
import { type Duplicate, findDuplicates } from "@/lib/register-change/duplicate-queries";
import type { Evidence, RegisterContent } from "@/lib/register-change/register-change-rules";
import { findRegistered } from "@/lib/register-change/register-content-queries";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { namesIn } from "@/lib/register-change/register-names-queries";
import type { RegisterStep } from "@/lib/text/register-text";

type StoredChange = RegisterStep & {
  id: number;
  version: number;
  title: string;
  state: EditorialState;
  isOwn: boolean;
  author: string;
  submittedAt: string;
  reviewer: string | null;
  reason: string | null;
  evidence: Evidence;
  duplicateReason: string | null;
  returnReason: string | null;
  withdrawReason: string | null;
  content: RegisterContent;
  before: RegisterContent | null;
  baseVersion: number | null;
  /** Null: it is not registered yet. */
  thingId: number | null;
  /** Code or slug; null: it is not registered yet. */
  key: string | null;
};

/** One change as its reviewer sees it, beside what stands. */
export type ChangeReviewDto = Omit<StoredChange, "content" | "before" | "baseVersion" | "thingId"> & {
  /** Every field beside the state that its author saw; empty: this kind has no form. */
  rows: DiffRow[];
  duplicates: Duplicate[];
  /** Something was published since it was handed in: it can only be returned. */
  isOvertaken: boolean;
};

/** Null when there is no such change. */
export async function findChangeReview(viewer: Viewer, id: number): Promise<ChangeReviewDto | null> {
  requirePermission(viewer, "register:review");
  const [stored] = await db.$queryRaw<StoredChange[]>`
    select g.id, g.version, g.subject, g.kind, g.title, g.state, ${writtenBy(viewer, "g")} as "isOwn",
      a.display_name as author, to_json(g.submitted_at)#>>'{}' as "submittedAt", reviewer.display_name as reviewer,
      g.reason, json_build_object('kind', g.evidence_kind, 'text', g.evidence, 'on', g.evidence_on) as evidence,
      g.duplicate_reason as "duplicateReason", g.return_reason as "returnReason",
      g.withdraw_reason as "withdrawReason", g.content, g.before, g.base_version as "baseVersion",
      coalesce(g.project_id, g.agreement_id, g.organization_id, g.place_id) as "thingId",
      coalesce(p.code, m.code, o.slug, l.slug) as key
    from register_changes g
    join accounts a on a.id = g.author_id
    left join accounts reviewer on reviewer.id = g.reviewer_id
    left join all_projects p on p.id = g.project_id
    left join all_agreements m on m.id = g.agreement_id
    left join all_organizations o on o.id = g.organization_id
    left join all_places l on l.id = g.place_id
    where g.id = ${id}`;
  if (!stored) return null;
  const { content, before, baseVersion, thingId, ...change } = stored;
  const isOpen = change.state === "submitted";
  const except = { thingId, changeId: id };
  const [rows, duplicates, thing] = await Promise.all([
    diffOf(change.subject, before, content),
    isOpen ? findDuplicates(db, change.subject, { content, except }) : [],
    isOpen && thingId !== null ? findRegistered(db, change.subject, { id: thingId }) : null,
  ]);
  const isOvertaken = isOpen && thingId !== null && thing !== null && thing.version !== baseVersion;
  return { ...change, rows, duplicates, isOvertaken };
}

/** Two contents of a kind field by field, with the names of what they name. */
export async function diffOf(
  subject: RegisterStep["subject"],
  before: RegisterContent | null,
  after: RegisterContent,
): Promise<DiffRow[]> {
  const form = findRegisterForm(subject);
  return form ? form.diff(before, after, await namesIn([before, after])) : [];
}

/** What the page after handing in says. */
export type HandedInChange = Pick<StoredChange, "id" | "subject" | "kind" | "title" | "state" | "key"> & {
  returnReason: string | null;
  /** Whether the public has a page of it. */
  hasPage: boolean;
};

/** What was handed in, for its author; null when it is not theirs. */
export async function findHandedInChange(viewer: Viewer, id: number): Promise<HandedInChange | null> {
  requirePermission(viewer, "register:write");
  const [change] = await db.$queryRaw<HandedInChange[]>`
    select g.id, g.subject, g.kind, g.title, g.state, g.return_reason as "returnReason",
      coalesce(p.code, m.code, o.slug, l.slug) as key,
      p.id is not null or m.id is not null or coalesce(o.kind = 'enterprise', false) as "hasPage"
    from register_changes g
    left join projects p on p.id = g.project_id
    left join agreements m on m.id = g.agreement_id
    left join organizations o on o.id = g.organization_id
    left join places l on l.id = g.place_id
    where g.id = ${id} and g.author_id = ${viewer.accountId}`;
  return change ?? null;
}

/** The viewer's change that came of a check page; null: none did. */
export async function findChangeByRequest(viewer: Viewer, requestId: string): Promise<number | null> {
  const where = { requestId, authorId: viewer.accountId };
  const change = await db.registerChange.findFirst({ where, select: { id: true } });
  return change?.id ?? null;
}
