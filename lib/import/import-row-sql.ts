import "server-only";
import { withoutUnstorable } from "@/lib/format/clean-text";
import type { JudgedRow } from "@/lib/import/import-dto";
import { Prisma } from "@/prisma/generated/client";

/** Stores rows as they were understood; what can be handed in is chosen. */
export function insertImportRows(importId: number, rows: readonly JudgedRow[]): Prisma.Sql {
  return Prisma.sql`
    insert into import_rows (import_id, row, key, title, verdict, cells, problems, changes, content, is_chosen)
    select ${importId}, x.row, x.key, x.title, x.verdict, x.cells, x.problems, x.changes, x.content,
      x.verdict in ('new', 'changed')
    from jsonb_to_recordset(${storableJson(rows)}::jsonb) as x(row int, key text, title text,
      verdict import_verdict, cells jsonb, problems jsonb, changes jsonb, content jsonb)`;
}

/** A stranger's text may hold what Postgres does not store; what is handed in was read without it. */
function storableJson(rows: readonly JudgedRow[]): string {
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === "string" ? withoutUnstorable(value) : value,
  );
}
