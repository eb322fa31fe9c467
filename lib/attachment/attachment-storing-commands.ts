import "server-only";
import { record, type Transaction } from "@/lib/audit/audit-record";
import type { Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/project/project-access-sql";
import { storage } from "@/lib/storage/configured-storage";
import { newStorageKey, thumbnailKey } from "@/lib/storage/storage-key";
import type { AttachmentContent } from "./attachment-content";
import type { AttachedForm, Attachment } from "./attachment-dto";
import { mostAttachments, mostPerDay } from "./attachment-rules";
import { attachmentJson, isOfForm, isOpen, isThere } from "./attachment-sql";
import { UploadRefused } from "./upload-refused";

type Room = { projectId: number; attached: number; addedToday: number };

/** Refuses a project that is somebody else's, and one file too many; returns the project's id. */
export async function requireRoom(tx: Transaction, viewer: Viewer, to: AttachedForm): Promise<number> {
  const { accountId } = viewer;
  const [room] = await tx.$queryRaw<Room[]>`
    select p.id as "projectId",
      (select count(*)::int from attachments a
        where ${isOfForm(viewer, to)} and a.removed_at is null) as attached,
      -- The audit also counts what was taken away again.
      (select count(*)::int from audit_events e
        where e.account_id = ${accountId} and e.action = 'attachment.added'
          and e.at > now() - interval '1 day') as "addedToday"
    from projects p where p.code = ${to.code} and ${visibleTo(viewer)} and ${isOpen(to)}`;
  if (!room) throw new UploadRefused("stranger");
  if (room.attached >= mostAttachments) throw new UploadRefused("too-many");
  if (room.addedToday >= mostPerDay) throw new UploadRefused("too-often");
  return room.projectId;
}

type Reserved = { key: string; isStored: boolean };

/**
 * Writes the row before the bytes, so that bytes without a row never exist. The same file again gets the same key,
 * also while the first is still on its way.
 */
export function reserveAttachment(
  viewer: Viewer,
  to: AttachedForm,
  content: AttachmentContent,
): Promise<Reserved> {
  return db.$transaction(async (tx) => {
    const { accountId } = viewer;
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`attachments:${accountId}:${to.form}`}, 0))`;
    const [same] = await tx.$queryRaw<Reserved[]>`
      select a.key, a.stored_at is not null as "isStored"
      from projects p join attachments a on ${isOfForm(viewer, to)} and a.removed_at is null
      where p.code = ${to.code} and ${visibleTo(viewer)} and a.sha256 = ${content.sha256} limit 1`;
    if (same) return same;
    const projectId = await requireRoom(tx, viewer, to);
    const { kind, name, mediaType, bytes, sha256, photo } = content;
    const key = newStorageKey();
    const size = { bytes: bytes.length, width: photo?.width, height: photo?.height };
    const owner = { projectId, authorId: accountId, form: to.form };
    const data = { key, blob: key, ...owner, kind, name, mediaType, sha256, ...size };
    await tx.attachment.create({ data, select: { id: true } });
    return { key, isStored: false };
  });
}

/** Stores the bytes of a reserved attachment. Where that fails, the reservation is given up. */
export async function storeBytes(key: string, { bytes, mediaType, photo }: AttachmentContent): Promise<void> {
  try {
    if (photo) await storage.put(thumbnailKey(key), photo.thumbnail, mediaType);
    await storage.put(key, bytes, mediaType);
  } catch (error) {
    await db.$executeRaw`update attachments set removed_at = now() where key = ${key} and stored_at is null`;
    throw error;
  }
}

/** From here on its author sees it. */
export function finishAttachment(viewer: Viewer, { code }: AttachedForm, key: string): Promise<Attachment> {
  return db.$transaction(async (tx) => {
    const added = await tx.$executeRaw`
      update attachments set stored_at = now() where key = ${key} and stored_at is null and removed_at is null`;
    const [finished] = await tx.$queryRaw<{ id: number; attachment: Attachment }[]>`
      select a.id, ${attachmentJson} as attachment
      from attachments a left join progress_reports r on r.id = a.report_id where a.key = ${key} and ${isThere}`;
    // The draft was discarded meanwhile.
    if (!finished) throw new UploadRefused("gone");
    const { id, attachment } = finished;
    if (added === 0) return attachment;
    const { kind, name, bytes } = attachment;
    const details = { attachment: id, kind, name, bytes };
    await record(tx, { actor: viewer, action: "attachment.added", subject: code, details });
    return attachment;
  });
}
