import type { KeptValues } from "@/lib/result";

/** The parts of one row of the parties, as the names of its inputs end. */
export const partyParts = ["name", "organization", "kind"] as const;
export type PartyPart = (typeof partyParts)[number];

export const partyField = (row: number, part: PartyPart) => `party-${row}-${part}`;

const inputName = new RegExp(`^party-(\\d{1,2})-(${partyParts.join("|")})$`);

/** Which part of which row an input is; null: it is no part of a party. */
export function partyInput(name: string): { row: number; part: PartyPart } | null {
  const [, row, ending] = inputName.exec(name) ?? [];
  const part = partyParts.find((known) => known === ending);
  return row && part ? { row: Number(row), part } : null;
}

/** How many rows of parties there are, empty ones included. */
export function partyRowCount(values: KeptValues): number {
  const rows = Object.keys(values).flatMap((name) => partyInput(name)?.row ?? []);
  return rows.length === 0 ? 0 : Math.max(...rows) + 1;
}
