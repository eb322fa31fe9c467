import { syllablesOf } from "@/lib/pinyin";

const longest = 40;
// The word that stands in an address where there is no slug yet.
const reserved = "new";

/** An address for a name: its pinyin in lower case, with a number when that is taken. */
export function slugOf(name: string, taken: readonly string[]): string {
  const letters = syllablesOf(name)
    .join("")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .slice(0, longest);
  const base = /^[a-z]/.test(letters) && letters !== reserved ? letters : `n${letters}`;
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
