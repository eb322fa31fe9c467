import "server-only";
import { copiedColumns, copiedValues, isThere } from "@/lib/attachment/attachment-sql";
import { Prisma } from "@/prisma/generated/client";

// Parts of the statement that writes a report, which it names `report` (id, project_id, author_id, corrects_id).

/** SQL for the name of the draft that the report was written in. */
export const formOfReport = Prisma.sql`(
  select case when report.corrects_id is null then 'report:' || p.code
    else 'correction:' || p.code || ':' || report.corrects_id end
  from projects p where p.id = report.project_id)`;

/** What the author added to the draft goes with the report; what they left out of a correction is not asked again. */
export const handedIn = Prisma.sql`attached as (
    update attachments a set report_id = report.id, form = null from report
    where a.author_id = report.author_id and a.form = ${formOfReport} and ${isThere}
  ), left_out as (
    delete from attachments a using report
    where a.author_id = report.author_id and a.form = ${formOfReport} and a.removed_at is not null
      and a.copied_from_id is not null)`;

/** A correction keeps what the report that it corrects has, unless its author took it up or left it out. */
export const carriedOver = Prisma.sql`carried as (
    insert into attachments (${copiedColumns}, copied_from_id, key, project_id, author_id, report_id, stored_at)
    select ${copiedValues}, a.id, replace(gen_random_uuid()::text, '-', ''), report.project_id, report.author_id,
      report.id, now()
    from report join attachments a on a.report_id = report.corrects_id and ${isThere}
    where not exists (select from attachments c
      where c.copied_from_id = a.id and c.author_id = report.author_id and c.form = ${formOfReport})
    order by a.id)`;
