// Parsed against it, so that whatever the browser would take for another site shows.
const here = "http://here.invalid";

/** A path of this site to go to after sign-in; null when it is none, leads elsewhere, or back to sign-in. */
export function nextPath(raw: unknown): string | null {
  if (typeof raw !== "string" || !raw.startsWith("/") || !URL.canParse(raw, here)) return null;
  const { origin, pathname, search, hash } = new URL(raw, here);
  // "/./" and the like may leave "//" in front, which a browser reads as another host.
  if (origin !== here || pathname.startsWith("//") || /^\/(sign-in|api)(\/|$)/.test(pathname)) return null;
  return `${pathname}${search}${hash}`;
}
