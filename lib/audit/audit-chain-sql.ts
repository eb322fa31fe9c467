import "server-only";
import { Prisma } from "@/prisma/generated/client";

/** What the first event carries as the hash of the one before. */
export const firstPrevHash = "0".repeat(64);

/** The last event that is known to be good, or what stands before the first. */
export type ChainEnd = { number: number; hash: string };

/** How far a part of the chain goes, and its first event that is not sound or not linked. */
export type ChainPart = {
  count: number;
  end: ChainEnd | null;
  bad: { number: number; end: ChainEnd; isSound: boolean; isLinked: boolean } | null;
};

/**
 * The hash that an event ought to have. Written out, not the database's own `audit_hash`, because whoever can change
 * a row can also change that function.
 */
function hashOf(
  event: Prisma.Sql,
  { id = Prisma.sql`${event}.id`, prevHash = Prisma.sql`${event}.prev_hash` } = {},
): Prisma.Sql {
  return Prisma.sql`encode(sha256(convert_to(jsonb_build_array(
    ${id}, extract(epoch from ${event}.at), ${event}.account_id, ${event}.actor, ${event}.action, ${event}.subject,
    ${event}.details, ${event}.address, ${event}.succeeded, ${prevHash})::text, 'UTF8')), 'hex')`;
}

const e = Prisma.sql`e`;

/** Reads the next events after the one with the number `after`, and compares each with the one before. */
export function chainPartSql(after: bigint, { number, hash }: ChainEnd, size: number): Prisma.Sql {
  return Prisma.sql`
    with part as (select * from audit_events where id > ${after}::bigint order by id limit ${size}),
    compared as (
      select e.id, e.hash, ${hashOf(e)} is not distinct from e.hash::text as sound,
        lag(e.id, 1, ${number}::bigint) over chain as id_before,
        lag(e.hash, 1, ${hash}::bpchar) over chain as hash_before, e.prev_hash
      from part e window chain as (order by e.id)),
    bad as (
      select json_build_object('number', id, 'end', json_build_object('number', id_before, 'hash', hash_before),
        'isSound', sound, 'isLinked', prev_hash is not distinct from hash_before) as found
      from compared
      where not sound or prev_hash is distinct from hash_before or id <> id_before + 1
      order by id limit 1)
    select (select count(*)::int from part) as count,
      (select json_build_object('number', id, 'hash', hash) from part order by id desc limit 1) as "end",
      (select found from bad) as bad`;
}

/** What the whole table says of an event at which the chain breaks after a good one. */
export function breakSql(number: number, { number: last, hash }: ChainEnd): Prisma.Sql {
  const expected = Prisma.sql`${last + 1}::bigint`;
  const good = Prisma.sql`${hash}::bpchar`;
  const here = Prisma.sql`here`;
  return Prisma.sql`
    with here as (
      select e.*, lead(e.prev_hash) over (order by e.id) as kept
      from audit_events e where e.id >= ${number}::bigint order by e.id limit 1)
    select
      ${hashOf(here, { id: expected, prevHash: good })} in (here.hash::text, here.kept::text) as "fitsHere",
      here.prev_hash = ${firstPrevHash} or btrim(here.prev_hash) = ''
        or exists (select from audit_events e where e.hash = here.prev_hash and e.id <> here.id) as "followsOther",
      here.kept = here.hash as "isVouched",
      case when ${hashOf(here)} <> here.hash::text then (
        select n::float8 from generate_series(1, (select count(*) + 1000 from audit_events)) n
        where ${hashOf(here, { id: Prisma.sql`n` })} = here.hash::text limit 1) end as home,
      (select e.id::float8 from audit_events e
        where e.id <> here.id
          and (e.prev_hash = ${good} and ${hashOf(e, { id: expected })} = e.hash::text
            or here.id = ${expected} and ${hashOf(e, { id: expected, prevHash: good })} = here.hash::text)
        order by e.id limit 1) as "strayedTo"
    from here`;
}
