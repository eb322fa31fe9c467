import "server-only";
import type { AttachedForm, Attachment, AttachmentFile } from "@/lib/attachment/attachment-dto";
import { attachmentJson, isOfForm, isThere } from "@/lib/attachment/attachment-sql";
import { can } from "@/lib/auth/policy";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/project/project-access-sql";
import { mendableBy } from "@/lib/project/succession-sql";
import { Prisma } from "@/prisma/generated/client";

type Listed = { attachment: Attachment };

/** What a form shows its author of photos and files, oldest first. */
export async function listFormAttachments(viewer: Viewer, of: AttachedForm): Promise<Attachment[]> {
  requirePermission(viewer, "report:write");
  const rows = await db.$queryRaw<Listed[]>`
    select ${attachmentJson} as attachment
    from projects p
    join attachments a on ${isOfForm(viewer, of)} and ${isThere}
    left join progress_reports r on r.id = a.report_id
    where p.code = ${of.code} and ${visibleTo(viewer)} order by coalesce(a.copied_from_id, a.id)`;
  return rows.map(({ attachment }) => attachment);
}

/** What came with a report that was handed in, for its reviewer. */
export async function listReportAttachments(viewer: Viewer, reportId: number): Promise<Attachment[]> {
  requirePermission(viewer, "report:review");
  const rows = await db.$queryRaw<Listed[]>`
    select ${attachmentJson} as attachment
    from attachments a join progress_reports r on r.id = a.report_id
    where a.report_id = ${reportId} and ${isThere} order by a.id`;
  return rows.map(({ attachment }) => attachment);
}

/** The attachment with that key; null: there is none, or this visitor (null: not signed in) may not see it. */
export async function findAttachmentFile(viewer: Viewer | null, key: string): Promise<AttachmentFile | null> {
  const [file] = await db.$queryRaw<AttachmentFile[]>`
    select a.key, a.blob, a.kind, a.name, a.media_type as "mediaType", a.sha256, ${isPublic} as "isPublic"
    from attachments a
    join projects p on p.id = a.project_id
    left join progress_reports r on r.id = a.report_id
    where a.key = ${key} and ${isThere} and (${isPublic} or ${isReadableBy(viewer)})`;
  return file ?? null;
}

/** Photos go out with the report, files never do. */
const isPublic = Prisma.sql`(a.kind = 'photo' and coalesce(r.state = 'published', false))`;

function isReadableBy(viewer: Viewer | null): Prisma.Sql {
  if (!viewer || viewer.mustChangePassword) return Prisma.sql`false`;
  const { role, accountId } = viewer;
  if (can(role, "report:review")) return Prisma.sql`a.report_id is not null`;
  const isOwn = can(role, "report:write")
    ? Prisma.sql`(a.author_id = ${accountId} or r.state = 'returned' and ${mendableBy(viewer, "r")} and ${visibleTo(viewer)})`
    : Prisma.sql`false`;
  const isInternal = can(role, "project:read-internal")
    ? Prisma.sql`r.state = 'published'`
    : Prisma.sql`false`;
  return Prisma.sql`(${isOwn} or ${isInternal})`;
}
