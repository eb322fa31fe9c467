import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";

/** The next free code of a year, P2016-03; nobody else gets one until the transaction ends, so none is left out. */
export async function takeProjectCode(tx: Transaction, year: string): Promise<string> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('project code'))`;
  const [row] = await tx.$queryRaw<{ number: number }[]>`
    select coalesce(max(substr(code, 7)::int), 0) + 1 as number from all_projects where code like ${`P${year}-%`}`;
  return `P${year}-${String(row?.number ?? 1).padStart(2, "0")}`;
}
