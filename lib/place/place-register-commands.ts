import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { findRegisteredPlace, type RegisteredPlace } from "@/lib/place/place-register-queries";
import type { PlaceContent } from "@/lib/place/place-schema";
import { DomainError } from "@/lib/result";
import { slugOf } from "@/lib/slug";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

/** The place as it stands, locked; null: there is none, or it was withdrawn. */
export async function currentPlace(
  tx: Transaction,
  where: { id: number } | { key: string },
): Promise<RegisteredPlace | null> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  await tx.$executeRaw`select from places where id = ${id}::int or slug = ${key} for no key update`;
  return findRegisteredPlace(tx, where);
}

export async function createPlace(
  tx: Transaction,
  { name }: PlaceContent,
  origin: RegisterOrigin,
): Promise<{ id: number; key: string }> {
  // Two made at once must not choose the same address.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('place slug'))`;
  const taken = await tx.place.findMany({ select: { slug: true } });
  const slug = slugOf(
    name,
    taken.map((row) => row.slug),
  );
  const { id } = await tx.place.create({ data: { name, slug }, select: { id: true } });
  await citeChange(tx, { subject: "place", id, fields: ["name"], origin });
  return { id, key: slug };
}

export async function amendPlace(
  tx: Transaction,
  { id, content: { name } }: { id: number; content: PlaceContent },
  origin: RegisterOrigin,
): Promise<void> {
  await tx.place.update({ where: { id }, data: { name, version: { increment: 1 } } });
  await citeChange(tx, { subject: "place", id, fields: ["name"], origin });
}

/** Takes a place out of the register, unless a project or a figure names it. */
export async function withdrawPlace(tx: Transaction, id: number): Promise<void> {
  const [used] = await tx.$queryRaw<{ name: string }[]>`
    select p.code as name from projects p where p.place_id = ${id}
    union all
    select f.metric from figures f where f.place_id = ${id}
    limit 1`;
  if (used) throw new DomainError(`${used.name} 写着这个落户地。请先改那一项，再撤回这个落户地。`);
  await tx.$executeRaw`update places set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}
