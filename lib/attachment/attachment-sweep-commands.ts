import "server-only";
import { operator, record } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import { log } from "@/lib/log";
import { storage } from "@/lib/storage/configured-storage";
import { thumbnailKey } from "@/lib/storage/storage-key";
import type { AttachmentKind } from "./attachment-dto";

const keptDays = 30;
const mostAtOnce = 50;

/**
 * Takes away what no draft speaks of any more and what never arrived, and deletes the bytes of everything that was
 * taken away. It runs after each upload and removal; what fails is tried again the next time.
 */
export async function sweepAttachments(): Promise<void> {
  try {
    await forgetOrphans();
    await deleteOldCopies();
    await deleteRemoved();
  } catch (error) {
    log.warn("Attachments that were taken away are not deleted yet", { error });
  }
}

type Orphan = { id: number; code: string; wasAdded: boolean };

/** These are days of a file's life, not of the domain: a demo's clock does not count. */
async function forgetOrphans(): Promise<void> {
  await db.$transaction(async (tx) => {
    const orphans = await tx.$queryRaw<Orphan[]>`
      update attachments a set removed_at = now() from all_projects p
      where p.id = a.project_id and a.id in (
        select x.id from attachments x
        where x.report_id is null and x.removed_at is null and x.copied_from_id is null and (
          x.stored_at is null and x.created_at < now() - interval '1 hour'
          or x.created_at < now() - make_interval(days => ${keptDays}::int)
            and not exists (select from drafts d where d.account_id = x.author_id and d.form = x.form))
        order by x.id limit ${mostAtOnce} for update skip locked)
      returning a.id, p.code, a.stored_at is not null as "wasAdded"`;
    for (const { id, code } of orphans.filter(({ wasAdded }) => wasAdded)) {
      const details = { attachment: id, reason: "no draft" };
      await record(tx, { actor: operator, action: "attachment.removed", subject: code, details });
    }
  });
}

/** What the corrector of a report took up or left out, and never handed in. */
async function deleteOldCopies(): Promise<void> {
  await db.$executeRaw`
    with old as (
      select x.id from attachments x
      where x.report_id is null and x.copied_from_id is not null
        and x.created_at < now() - make_interval(days => ${keptDays}::int)
        and not exists (select from drafts d where d.account_id = x.author_id and d.form = x.form)
      order by x.id limit ${mostAtOnce} for update skip locked)
    delete from attachments a using old where a.id = old.id`;
}

async function deleteRemoved(): Promise<void> {
  const removed = await db.$queryRaw<{ id: number; key: string; kind: AttachmentKind }[]>`
    select id, key, kind from attachments
    -- A row without bytes of its own says that a correction leaves a photo out, for as long as there may be a draft.
    where removed_at is not null and copied_from_id is null order by id limit ${mostAtOnce}`;
  for (const { id, key, kind } of removed) {
    if (kind === "photo") await storage.delete(thumbnailKey(key));
    await storage.delete(key);
    await db.attachment.deleteMany({ where: { id } });
  }
}
