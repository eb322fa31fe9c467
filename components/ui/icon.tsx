import type { IconName } from "./icon-symbols";

/** A 16 px drawing beside a word that says the same; needs `IconSprite` on the page. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}
