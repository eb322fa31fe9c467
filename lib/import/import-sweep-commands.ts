import "server-only";
import { db } from "@/lib/db";
import { log } from "@/lib/log";

const keptDays = 7;
const mostAtOnce = 20;

/**
 * Forgets old uploads, except where something that came of them still waits for its review. It runs before each upload;
 * what fails is tried again the next time. These are days of a file's life: a demo's clock does not count.
 */
export async function sweepImports(): Promise<void> {
  try {
    await db.$executeRaw`
      delete from imports where id in (
        select i.id from imports i
        where i.uploaded_at < now() - make_interval(days => ${keptDays}::int)
          and not exists (select from import_rows r
            left join progress_reports p on p.id = r.report_id
            left join register_changes g on g.id = r.register_change_id
            where r.import_id = i.id and (p.state in ('submitted', 'returned') or g.state in ('submitted', 'returned')))
        order by i.id limit ${mostAtOnce} for update skip locked)`;
  } catch (error) {
    log.warn("Old imports are not forgotten yet", { error });
  }
}
