import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** SQL condition on attachments `a`: its bytes are stored, and nobody took it away. */
export const isThere = Prisma.sql`(a.stored_at is not null and a.removed_at is null)`;

/** SQL condition on attachments `a` with their report `r`, which may be missing: they are with their author. */
export const isWithAuthor = Prisma.sql`(a.report_id is null or r.state = 'returned')`;

/** SQL for an attachment `a` with its report `r`, which may be missing, as JSON of `Attachment`. */
export const attachmentJson = Prisma.sql`json_build_object(
  'key', a.key, 'kind', a.kind, 'name', a.name, 'bytes', a.bytes, 'width', a.width, 'height', a.height,
  'caption', a.caption, 'isReturned', coalesce(r.state = 'returned', false))`;

type OwnForm = { accountId: number; form: string };

/**
 * SQL condition on attachments `a` of a project `p`: those that a form shows its author, of the draft and of the
 * returned report that the form opens.
 */
export function isOfForm({ accountId, form }: OwnForm): Prisma.Sql {
  return Prisma.sql`(a.author_id = ${accountId} and a.project_id = p.id and (a.form = ${form} or a.report_id = (
    select x.id from progress_reports x
    where x.project_id = p.id and x.author_id = ${accountId} and x.state = 'returned' order by x.period limit 1)))`;
}
