import "server-only";
import { record } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import { readAttachment, requireFileType, type SentFile } from "./attachment-content";
import type { Attachment } from "./attachment-dto";
import { isThere, isWithAuthor } from "./attachment-sql";
import {
  type AttachedForm,
  finishAttachment,
  requireRoom,
  reserveAttachment,
  storeBytes,
} from "./attachment-storing-commands";
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
  const key = await reserveAttachment(viewer, to, content);
  await storeBytes(key, content);
  const added = await finishAttachment(viewer, to, key);
  await sweepAttachments();
  return added;
}

/** Takes away what is still with its author: of a draft, or of a report that was returned. */
export async function removeAttachment(viewer: Viewer, { key }: { key: string }): Promise<void> {
  requirePermission(viewer, "report:write");
  await db.$transaction(async (tx) => {
    const [removed] = await tx.$queryRaw<{ id: number; code: string; name: string }[]>`
      update attachments a set removed_at = now() from all_projects p
      where p.id = a.project_id and a.id = ${ownAttachment(viewer, key)}
      returning a.id, p.code, a.name`;
    if (!removed) throw new UploadRefused("gone");
    const { id, code, name } = removed;
    const details = { attachment: id, name };
    await record(tx, { actor: viewer, action: "attachment.removed", subject: code, details });
  });
  await sweepAttachments();
}

/** The draft of a form was thrown away, and with it what was added to it. */
export async function removeFormAttachments(viewer: Viewer, form: string): Promise<void> {
  requirePermission(viewer, "report:write");
  await db.$transaction(async (tx) => {
    const removed = await tx.$queryRaw<{ id: number; code: string }[]>`
      update attachments a set removed_at = now() from all_projects p
      where p.id = a.project_id and a.author_id = ${viewer.accountId} and a.form = ${form} and a.removed_at is null
      returning a.id, p.code`;
    const [first] = removed;
    if (!first) return;
    const details = { attachments: removed.map(({ id }) => id), reason: "draft discarded" };
    await record(tx, { actor: viewer, action: "attachment.removed", subject: first.code, details });
  });
  await sweepAttachments();
}

/** Writes what a photo shows; null takes it back. */
export async function captionAttachment(
  viewer: Viewer,
  { key, caption }: { key: string; caption: string | null },
): Promise<void> {
  requirePermission(viewer, "report:write");
  const changed = await db.$executeRaw`
    update attachments set caption = ${caption} where kind = 'photo' and id = ${ownAttachment(viewer, key)}`;
  if (changed !== 1) throw new UploadRefused("gone");
}

/** SQL for the id of what the viewer may still change; locked, so that handing in waits. */
function ownAttachment({ accountId }: Viewer, key: string): Prisma.Sql {
  return Prisma.sql`(
    select a.id from attachments a left join progress_reports r on r.id = a.report_id
    where a.key = ${key} and a.author_id = ${accountId} and ${isThere} and ${isWithAuthor} for update of a)`;
}
