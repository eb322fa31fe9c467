import "server-only";
import type { AttachedForm } from "@/lib/attachment/attachment-dto";
import type { Viewer } from "@/lib/auth/viewer";
import { returnedReport } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

/** SQL condition on attachments `a`: its bytes are stored, and nobody took it away. */
export const isThere = Prisma.sql`(a.stored_at is not null and a.removed_at is null)`;

/** SQL condition on attachments `a` with their report `r`, which may be missing: they are with their author. */
export const isWithAuthor = Prisma.sql`(a.report_id is null or r.state = 'returned')`;

/** SQL for an attachment `a` with its report `r`, which may be missing, as JSON of `Attachment`. */
export const attachmentJson = Prisma.sql`json_build_object(
  'key', a.key, 'kind', a.kind, 'name', a.name, 'bytes', a.bytes, 'width', a.width, 'height', a.height,
  'caption', a.caption, 'isReturned', coalesce(r.state = 'returned', false))`;

const copied = "blob, kind, name, media_type, bytes, sha256, width, height, caption";

/** What a copy for a correction has in common with its original `a`; the bytes are stored once. */
export const copiedColumns = Prisma.raw(copied);
export const copiedValues = Prisma.raw(copied.replace(/\w+/g, "a.$&"));

/**
 * SQL condition on attachments `a` of a project `p`: what a form shows its author. That is what they added to the draft,
 * what came back with the returned report that the form opens, and what a correction keeps of the report it corrects.
 */
export function isOfForm(viewer: Pick<Viewer, "accountId">, to: AttachedForm): Prisma.Sql {
  const returned = returnedReport(viewer, to);
  return Prisma.sql`(a.project_id = p.id and (
    a.author_id = ${viewer.accountId} and a.form = ${to.form} or a.report_id = ${returned}
    or ${isKept(viewer.accountId, to)} and ${returned} is null))`;
}

/** SQL condition on a project `p`: there is such a form, as only what is published can be corrected. */
export function isOpen({ corrects }: AttachedForm): Prisma.Sql {
  return Prisma.sql`(${corrects}::int is null or exists (select from progress_reports x
    where x.id = ${corrects}::int and x.project_id = p.id and x.state = 'published'))`;
}

/** SQL condition on attachments `a`: of the corrected report, and its corrector has not yet touched it. */
export function isKept(accountId: number, { form, corrects }: AttachedForm): Prisma.Sql {
  return Prisma.sql`(a.report_id = ${corrects}::int and not exists (select from attachments c
    where c.copied_from_id = a.id and c.author_id = ${accountId} and c.form = ${form}))`;
}
