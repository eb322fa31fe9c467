import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import type { PlaceContent } from "@/lib/place/place-schema";

export type RegisteredPlace = { id: number; key: string; version: number; content: PlaceContent };

/** The place as it stands; null: there is none, or it was withdrawn. */
export async function findRegisteredPlace(
  client: Pick<Transaction, "$queryRaw">,
  where: { id: number } | { key: string },
): Promise<RegisteredPlace | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  const [place] = await client.$queryRaw<RegisteredPlace[]>`
    select l.id, l.slug as key, l.version, json_build_object('name', l.name) as content
    from places l where l.id = ${id}::int or l.slug = ${key}`;
  return place ?? null;
}
