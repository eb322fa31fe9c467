import "server-only";
import { type Break, type Finding, findingOf } from "@/lib/audit/audit-chain-rules";
import { db } from "@/lib/db";
import { breakSql, type ChainEnd, type ChainPart, chainPartSql, firstPrevHash } from "./audit-chain-sql";

export type Verification = {
  /** Events that were looked at: all of them, or those before the first that is not as it was written. */
  count: number;
  /** The last event of a chain that is whole; null when there is none. */
  end: ChainEnd | null;
  /** Null: the chain is whole. */
  finding: Finding | null;
};

// A round trip each, and as much as the database sorts in memory.
const partSize = 20_000;
const beforeAll = -(2n ** 63n);

/**
 * Walks the whole chain in the order of its numbers, part by part, up to the first event that is not as it was
 * written. `anchor` is an event that somebody noted earlier: without one, nobody can see that the last events were
 * deleted or that all hashes from some event on were made anew.
 */
export async function verifyChain({
  anchor,
  size = partSize,
}: {
  anchor?: ChainEnd;
  size?: number;
} = {}): Promise<Verification> {
  const walked = await walkChain(size);
  if (walked.finding || !anchor) return walked;
  return { ...walked, finding: await missedAnchor(anchor, walked.end) };
}

async function walkChain(size: number): Promise<Verification> {
  let end: ChainEnd = { number: 0, hash: firstPrevHash };
  for (let count = 0, after = beforeAll; ; after = BigInt(end.number)) {
    const part = await readPart(after, end, size);
    if (part.bad) return { count: part.bad.end.number, end: null, finding: await explain(part.bad) };
    count += part.count;
    end = part.end ?? end;
    if (part.count < size) return { count, end: count === 0 ? null : end, finding: null };
  }
}

async function readPart(after: bigint, end: ChainEnd, size: number): Promise<ChainPart> {
  const [part] = await db.$queryRaw<[ChainPart]>(chainPartSql(after, end, size));
  return part;
}

async function explain({ number, end, ...row }: NonNullable<ChainPart["bad"]>): Promise<Finding> {
  // No chain is that long, and no number here is that exact.
  if (!Number.isSafeInteger(number)) return { kind: "inserted", number };
  type Surroundings = Omit<Break, "number" | "expected" | keyof typeof row>;
  const [surroundings] = await db.$queryRaw<[Surroundings]>(breakSql(number, end));
  return findingOf({ ...surroundings, ...row, number, expected: end.number + 1 });
}

async function missedAnchor(anchor: ChainEnd, end: ChainEnd | null): Promise<Finding | null> {
  const last = end?.number ?? 0;
  if (anchor.number > last) return { kind: "cut", number: last + 1, last: anchor.number };
  const event = await db.auditEvent.findUnique({ where: { id: anchor.number }, select: { hash: true } });
  return event?.hash === anchor.hash ? null : { kind: "rewritten", number: anchor.number };
}
