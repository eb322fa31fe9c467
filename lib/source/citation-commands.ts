import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { IsoDate } from "@/lib/format/calendar-day";
import { subjectColumns } from "@/lib/source/citation-sql";

/** What a register change may give new values. */
export type CitedSubject = Exclude<keyof typeof subjectColumns, "figure" | "event">;

/** The change from which a write comes. Taking a change back writes too, and then nothing is cited anew. */
export type RegisterOrigin = {
  changeId: number;
  accountId: number;
  /** Why; null: a creation. */
  reason: string | null;
  /** The day of what it rests on. */
  evidenceOn: IsoDate;
  isUndo: boolean;
};

type Cited = { subject: CitedSubject; id: number; fields: readonly string[]; origin: RegisterOrigin };

/** The fields now rest on a register change: what they rested on before is kept, marked as superseded. */
export async function citeChange(
  tx: Transaction,
  { subject, id, fields, origin: { changeId, isUndo } }: Cited,
): Promise<void> {
  if (isUndo || fields.length === 0) return;
  const column = subjectColumns[subject];
  await tx.$executeRaw`
    update citations set superseded_by_id = ${changeId}
    where ${column} = ${id} and field = any(${fields}) and superseded_by_id is null`;
  await tx.$executeRaw`
    insert into citations (${column}, field, register_change_id)
    select ${id}, field, ${changeId} from unnest(${fields}::text[]) as field`;
}

/** A part was taken out by a change: nothing that it rested on carries anything now. */
export async function supersedeCitations(
  tx: Transaction,
  { subject, id, origin: { changeId, isUndo } }: Omit<Cited, "fields">,
): Promise<void> {
  if (isUndo) return;
  await tx.$executeRaw`
    update citations set superseded_by_id = ${changeId}
    where ${subjectColumns[subject]} = ${id} and superseded_by_id is null`;
}

/** A change was withdrawn: what it superseded carries its field again. */
export async function restoreCitations(tx: Transaction, changeId: number): Promise<void> {
  await tx.$executeRaw`update citations set superseded_by_id = null where superseded_by_id = ${changeId}`;
}
