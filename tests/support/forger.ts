// Somebody with every right in the database, who tries to change what the audit says.
import { operator, record } from "@/lib/audit/audit-record";
import { db } from "@/lib/db";
import { withClient } from "../../scripts/database.mjs";

const url = String(process.env.DATABASE_URL);

/** Runs statements past all triggers, in one transaction. */
export async function forge(...statements: string[]): Promise<void> {
  await withClient(url, async (client) => {
    await client.query("begin; set local session_replication_role = replica");
    for (const statement of statements) await client.query(statement);
    await client.query("commit");
  });
}

/** Writes that many events as the application does, and keeps a copy of them. */
export async function writeEvents(count: number): Promise<void> {
  for (let index = 1; index <= count; index++) {
    const subject = `P2015-${String(index).padStart(2, "0")}`;
    const details = { unit: [null, `单位 ${index}`], accountId: null };
    await record(db, { actor: operator, action: "project.assigned", subject, details });
  }
  await forge("create table audit_copy as select * from audit_events");
}

/** Puts back what `writeEvents` wrote. */
export async function restoreEvents(): Promise<void> {
  await forge("delete from audit_events", "insert into audit_events select * from audit_copy");
}

/** Makes the hash of an event fit its content. */
export const rehash = (id: number) => `update audit_events e set hash = audit_hash(e) where id = ${id}`;

/** Gives an event the hash of the one before, and a hash that fits. */
export const relink = (id: number, before = id - 1) => `
  update audit_events set prev_hash = (select hash from audit_events where id = ${before}) where id = ${id};
  ${rehash(id)}`;

/** Moves the numbers of all events from one on, so that there is room or none is left. */
export const renumber = (from: number, by: number) => `
  update audit_events set id = -id where id >= ${from};
  update audit_events set id = -id + ${by} where id < 0`;
