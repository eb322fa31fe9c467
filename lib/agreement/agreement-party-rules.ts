/** A stored party; `isOut`: a change took it out. */
export type PartyRow = Party & { id: number; isOut: boolean };
type Party = { nameInTitle: string; organizationId: number | null };

export type MatchedParties = {
  /** Rows that no longer stand. */
  out: number[];
  /** The parties in their order; `row` null: a new one. `isSame`: it stands like this already, in whatever place. */
  places: { row: number | null; party: Party; isSame: boolean }[];
};

/**
 * Which stored row each party keeps. First whoever is the same, one that was taken out included; then whoever has the
 * same organization or the same name; a row that nobody keeps goes out.
 */
export function matchParties(rows: readonly PartyRow[], parties: readonly Party[]): MatchedParties {
  const free = new Set(rows);
  const kept = new Map<number, PartyRow>();
  const keep = (fits: (row: PartyRow, party: Party) => boolean) => {
    for (const [index, party] of parties.entries()) {
      if (kept.has(index)) continue;
      const row = [...free].find((candidate) => fits(candidate, party));
      if (!row) continue;
      kept.set(index, row);
      free.delete(row);
    }
  };
  const isEqual = (row: PartyRow, party: Party) =>
    row.nameInTitle === party.nameInTitle && row.organizationId === party.organizationId;
  keep((row, party) => !row.isOut && isEqual(row, party));
  keep((row, party) => row.isOut && isEqual(row, party));
  keep(
    (row, { organizationId }) =>
      !row.isOut && row.organizationId === organizationId && organizationId !== null,
  );
  keep((row, { nameInTitle }) => !row.isOut && row.nameInTitle === nameInTitle);
  return {
    out: [...free].filter(({ isOut }) => !isOut).map(({ id }) => id),
    places: parties.map((party, index) => {
      const row = kept.get(index) ?? null;
      return { row: row?.id ?? null, party, isSame: row !== null && !row.isOut && isEqual(row, party) };
    }),
  };
}
