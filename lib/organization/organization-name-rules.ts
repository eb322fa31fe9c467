import type { RegisterNames } from "@/lib/draft/register-names-dto";

type Known = RegisterNames["organizations"][number];

/** The organizations that somebody can mean: those of that name, else short name, slug or alias; empty: none. */
export function organizationsNamed(
  text: string,
  { organizations }: Pick<RegisterNames, "organizations">,
): readonly Known[] {
  const ways: ((known: Known) => boolean)[] = [
    ({ name }) => name === text,
    ({ slug }) => slug === text,
    ({ shortName }) => shortName === text,
    ({ aliases }) => aliases.includes(text),
  ];
  return ways.map((fits) => organizations.filter(fits)).find((found) => found.length > 0) ?? [];
}

/** Its name; the slug itself where the register no longer knows it. */
export function organizationName(
  slug: string,
  { organizations }: Pick<RegisterNames, "organizations">,
): string {
  return organizations.find((known) => known.slug === slug)?.name ?? slug;
}
