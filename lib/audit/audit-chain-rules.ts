/** The first thing in the chain that is not as it was written. The kinds are those of `auditResultText`. */
export type Finding =
  | { kind: "edited" | "inserted"; number: number }
  | { kind: "deleted"; number: number; last: number }
  | { kind: "reordered"; number: number; foundAt: number }
  /** The chain is whole and ends before the event that was noted. */
  | { kind: "cut"; number: number; last: number }
  /** The chain is whole and the event that was noted has another hash. */
  | { kind: "rewritten"; number: number };

/** Where the chain breaks: the event after the last good one, and what its surroundings say of it. */
export type Break = {
  /** The number that follows the last good event's. */
  expected: number;
  number: number;
  /** Its hash is the one of its content. */
  isSound: boolean;
  /** It carries the hash of the last good event. */
  isLinked: boolean;
  /** It carries the hash of another event, or the one that only the first carries. */
  followsOther: boolean;
  /** The next event carries its hash; null when there is none. */
  isVouched: boolean | null;
  /** The number with which its hash would be right; null when there is none, or it is right. */
  home: number | null;
  /** Where the event stands now that was written with the expected number; null when it is nowhere. */
  strayedTo: number | null;
  /** Its hash is right for its content after the last good event: only the hash that it carries was changed. */
  fitsHere: boolean;
};

/** What was done to the chain, as far as the first break tells. */
export function findingOf(at: Break): Finding {
  const { expected, number } = at;
  if (number < expected) return { kind: "inserted", number };
  if (at.strayedTo !== null) {
    const isStranger = number === expected && at.home === null && at.isVouched !== true;
    return isStranger
      ? { kind: "inserted", number }
      : { kind: "reordered", number: expected, foundAt: at.strayedTo };
  }
  return number > expected ? findingAtGap(at) : findingInPlace(at);
}

function findingAtGap({ expected, number, ...at }: Break): Finding {
  // A sequence leaves gaps where a row is written past the trigger; what was written by it is vouched for or sound.
  const isStranger = at.isSound
    ? at.isLinked && at.isVouched === null
    : at.isVouched !== true && at.home === null;
  return isStranger ? { kind: "inserted", number } : { kind: "deleted", number: expected, last: number - 1 };
}

function findingInPlace({ expected: number, ...at }: Break): Finding {
  if (at.isSound) {
    // It remembers a hash that nothing has: the event before was changed and its hash made to fit.
    return at.followsOther
      ? { kind: "inserted", number }
      : { kind: "edited", number: Math.max(number - 1, 1) };
  }
  // Renumbered, because of what now stands in its place, or to close a gap.
  if (at.home !== null && at.home < number) return { kind: "inserted", number: at.home };
  if (at.home !== null) return { kind: "deleted", number, last: number };
  return at.isLinked || at.isVouched || at.fitsHere
    ? { kind: "edited", number }
    : { kind: "inserted", number };
}
