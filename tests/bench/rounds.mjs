/**
 * Measures things side by side: each once per round, every other round backwards, so that noise and warming hit all
 * alike. Resolves to the median of each.
 * @template {string} Name
 * @param {number} rounds
 * @param {Record<Name, () => Promise<number>>} measures
 * @returns {Promise<Record<Name, number>>}
 */
export async function inRounds(rounds, measures) {
  const names = Object.keys(measures);
  const samples = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      samples.get(name).push(await measures[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(samples.get(name))]));
}

/** The middle value; of an even number the upper one of the middle two. */
export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
