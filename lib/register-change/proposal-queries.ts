import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { today } from "@/lib/clock";
import { db } from "@/lib/db";
import { findDraft } from "@/lib/draft/draft-queries";
import type { StoredDraft } from "@/lib/draft/draft-rules";
import type { IsoDate } from "@/lib/format/calendar-day";
import { rowNumberIn } from "@/lib/format/row-number";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import type { EditorialState } from "@/lib/project/editorial-rules";
import { mendableBy } from "@/lib/project/succession-sql";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import type { RegisterContent } from "@/lib/register-change/register-change-rules";
import { findRegistered, type RegisteredThing } from "@/lib/register-change/register-content-queries";
import { type FormSubject, newKey, proposalForm } from "@/lib/register-change/register-form-rules";
import { findRegisterForm } from "@/lib/register-change/register-forms";
import { subjectColumn } from "@/lib/register-change/subject-sql";

/** A returned change of the viewer's own, to be mended. */
export type ReturnedProposal = {
  id: number;
  version: number;
  /** Null: a registration. */
  baseVersion: number | null;
  content: RegisterContent;
  grounds: Grounds;
  returnReason: string;
  returnField: string | null;
};

/** What an author proposes, what it is about, and what stands in its way. */
export type Proposal = {
  subject: FormSubject;
  /** As the address has it: `new`, a code or slug, or the number of a returned registration. */
  key: string;
  today: IsoDate;
  /** Null: it is not registered yet. */
  thing: RegisteredThing | null;
  /** What stood at the version that the author began with; null: it stands still, or is no longer known. */
  base: RegisterContent | null;
  baseVersion: number | null;
  returned: ReturnedProposal | null;
  /** A change that has to be decided on first. */
  open: { id: number; state: EditorialState; author: string; isOwn: boolean } | null;
  draft: StoredDraft | null;
};

/** Null: there is nothing of that key to propose a change of. `begunAt`: the version that an open form began with. */
export async function findProposal(
  viewer: Viewer,
  { subject, key, begunAt = null }: { subject: FormSubject; key: string; begunAt?: number | null },
): Promise<Proposal | null> {
  requirePermission(viewer, "register:write");
  if (!findRegisterForm(subject) || (subject === "standing" && key === newKey)) return null;
  const id = rowNumberIn(key);
  const thing = key === newKey || id !== null ? null : await findRegistered(db, subject, { key });
  const returned = key === newKey ? null : await findReturned(viewer, subject, { id, thing });
  if (key !== newKey && !thing && !returned) return null;
  const [draft, day, open] = await Promise.all([
    findDraft(viewer, proposalForm(subject, key)),
    today(),
    thing && findOpen(viewer, subject, thing, returned),
  ]);
  const begun =
    versionIn(begunAt) ??
    versionIn(draft?.input.baseVersion) ??
    returned?.baseVersion ??
    thing?.version ??
    null;
  const base = thing && begun !== thing.version ? await contentAt(subject, thing, begun) : null;
  return { subject, key, today: day, thing, base, baseVersion: begun, returned, open, draft };
}

/** A version that a form names; null: it names none. */
const versionIn = (sent: unknown) => rowNumberSchema.safeParse(sent).data || null;

type Sought = { id: number | null; thing: RegisteredThing | null };

async function findReturned(
  viewer: Viewer,
  subject: FormSubject,
  { id, thing }: Sought,
): Promise<ReturnedProposal | null> {
  const [returned] = await db.$queryRaw<ReturnedProposal[]>`
    select g.id, g.version, g.base_version as "baseVersion", g.content,
      g.return_reason as "returnReason", g.return_field as "returnField",
      json_build_object('kind', g.kind, 'reason', g.reason, 'evidence',
        json_build_object('kind', g.evidence_kind, 'text', g.evidence, 'on', g.evidence_on)) as grounds
    from register_changes g
    where g.state = 'returned' and ${mendableBy(viewer, "g")} and g.subject = ${subject}::register_subject
      and ((g.kind = 'creation' and g.id = ${id}::int) or g.${subjectColumn(subject)} = ${thing?.id ?? null}::int)
    order by g.author_id = ${viewer.accountId} desc, g.id desc limit 1`;
  return returned ?? null;
}

async function findOpen(
  viewer: Viewer,
  subject: FormSubject,
  thing: RegisteredThing,
  returned: ReturnedProposal | null,
): Promise<Proposal["open"]> {
  const [open] = await db.$queryRaw<NonNullable<Proposal["open"]>[]>`
    select g.id, g.state, a.display_name as author, g.author_id = ${viewer.accountId} as "isOwn"
    from register_changes g join accounts a on a.id = g.author_id
    where g.state in ('submitted', 'returned') and g.subject = ${subject}::register_subject
      and g.${subjectColumn(subject)} = ${thing.id} and g.id is distinct from ${returned?.id ?? null}::int
    limit 1`;
  return open ?? null;
}

/** What a thing said at a version, as the change that was made on top of it has kept. */
async function contentAt(
  subject: FormSubject,
  thing: RegisteredThing,
  version: number | null,
): Promise<RegisterContent | null> {
  const [change] = await db.$queryRaw<{ before: RegisterContent }[]>`
    select g.before from register_changes g
    where g.subject = ${subject}::register_subject and g.${subjectColumn(subject)} = ${thing.id}
      and g.base_version = ${version}::int and g.published_at is not null
    order by g.id limit 1`;
  return change?.before ?? null;
}
