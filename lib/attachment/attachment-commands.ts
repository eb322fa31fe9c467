import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/project/project-access-sql";
import { readAttachment, requireFileType, type SentFile } from "./attachment-content";
import type { AttachedForm, Attachment } from "./attachment-dto";
import { copiedColumns, copiedValues, isOfForm, isOpen, isThere, isWithAuthor } from "./attachment-sql";
import { finishAttachment, requireRoom, reserveAttachment, storeBytes } from "./attachment-storing-commands";
import { sweepAttachments } from "./attachment-sweep-commands";
import { UploadRefused } from "./upload-refused";

/**
 * Adds a photo or a file to the draft of a report. The same file again is the same attachment. Resolves when its bytes
 * are stored; until then nobody sees it.
 */
export async function addAttachment(viewer: Viewer, to: AttachedForm, file: SentFile): Promise<Attachment> {
  requirePermission(viewer, "report:write");
  requireFileType(file);
  // Asked before a large photo is decoded, and again when nobody else can come between.
  await requireRoom(db, viewer, to);
  const content = await readAttachment(file);
  const { key, isStored } = await reserveAttachment(viewer, to, content);
  if (!isStored) await storeBytes(key, content);
  const added = await finishAttachment(viewer, to, key);
  await sweepAttachments();
  return added;
}

/** Takes away what a form shows its author; what a correction would have kept stays with the corrected report. */
export async function removeAttachment(
  viewer: Viewer,
  from: AttachedForm,
  { key }: { key: string },
): Promise<void> {
  requirePermission(viewer, "report:write");
  await db.$transaction(async (tx) => {
    const own = await requireOwn(tx, viewer, from, key);
    await tx.$executeRaw`update attachments set removed_at = now() where id = ${own.id}`;
    const details = { attachment: own.id, name: own.name };
    await record(tx, { actor: viewer, action: "attachment.removed", subject: from.code, details });
  });
  await sweepAttachments();
}

/** The draft of a form was thrown away, and with it what was added to it. */
export async function removeFormAttachments(viewer: Viewer, { code, form }: AttachedForm): Promise<void> {
  requirePermission(viewer, "report:write");
  const accountId = viewer.accountId;
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`
      delete from attachments where author_id = ${accountId} and form = ${form} and copied_from_id is not null`;
    const removed = await tx.$queryRaw<{ id: number }[]>`
      update attachments set removed_at = now()
      where author_id = ${accountId} and form = ${form} and removed_at is null returning id`;
    if (removed.length === 0) return;
    const details = { attachments: removed.map(({ id }) => id), reason: "draft discarded" };
    await record(tx, { actor: viewer, action: "attachment.removed", subject: code, details });
  });
  await sweepAttachments();
}

/** Writes what a photo shows; null takes it back. */
export async function captionAttachment(
  viewer: Viewer,
  of: AttachedForm,
  { key, caption }: { key: string; caption: string | null },
): Promise<void> {
  requirePermission(viewer, "report:write");
  await db.$transaction(async (tx) => {
    const { id, kind } = await requireOwn(tx, viewer, of, key);
    if (kind !== "photo") throw new UploadRefused("gone");
    await tx.$executeRaw`update attachments set caption = ${caption} where id = ${id}`;
  });
}

type Own = { id: number; name: string; kind: Attachment["kind"] };

/**
 * The row that a form's author may change, locked, so that handing in waits. What a correction keeps is the corrected
 * report's until its corrector touches it: then it gets a row of its own, which keeps the same bytes.
 */
async function requireOwn(tx: Transaction, viewer: Viewer, to: AttachedForm, key: string): Promise<Own> {
  const { accountId } = viewer;
  if (to.corrects !== null) {
    await tx.$executeRaw`
      insert into attachments (${copiedColumns}, copied_from_id, key, project_id, author_id, form, stored_at)
      select ${copiedValues}, a.id, replace(gen_random_uuid()::text, '-', ''), p.id, ${accountId}::int, ${to.form}, now()
      from projects p join attachments a on ${isOfForm(viewer, to)} and a.report_id = ${to.corrects}::int
      where p.code = ${to.code} and ${visibleTo(viewer)} and ${isOpen(to)} and a.key = ${key} and ${isThere}
      on conflict do nothing`;
  }
  const [own] = await tx.$queryRaw<Own[]>`
    select a.id, a.name, a.kind
    from projects p
    join attachments a on ${isOfForm(viewer, to)} and ${isThere}
    left join progress_reports r on r.id = a.report_id
    left join attachments original on original.id = a.copied_from_id
    where p.code = ${to.code} and ${isWithAuthor} and ${key} in (a.key, original.key)
    for update of a`;
  if (!own) throw new UploadRefused("gone");
  return own;
}
