import {
  type ProjectParameter,
  type ProjectQuery,
  parseProjectQuery,
  projectParameters,
  projectQueryParams,
} from "./project-query";

const NO_PARAMETERS = "all";

/**
 * One path segment for one selection of projects, the same for every way to ask for it:
 * `stage-signed.page-2`, or `all`. `ignored` names the parameters whose refusal the page must mention.
 */
export function projectQueryKey(query: ProjectQuery, ignored: readonly ProjectParameter[] = []): string {
  const parts = projectQueryParams(query).map(([name, value]) => `${name}-${escapeValue(value)}`);
  if (ignored.length > 0) {
    parts.push(`ignored-${projectParameters.filter((name) => ignored.includes(name)).join("_")}`);
  }
  return parts.join(".") || NO_PARAMETERS;
}

/** The selection that a key stands for; null for text that is no key. */
export function projectQueryFromKey(
  key: string,
): { query: ProjectQuery; ignored: ProjectParameter[] } | null {
  const params = new URLSearchParams(key === NO_PARAMETERS ? [] : key.split(".").map(readPart));
  const { query } = parseProjectQuery(params);
  const ignoredNames = params.get("ignored")?.split("_") ?? [];
  const ignored = projectParameters.filter((name) => ignoredNames.includes(name));
  return projectQueryKey(query, ignored) === key ? { query, ignored } : null;
}

function readPart(part: string): [string, string] {
  const [name = ""] = part.split("-", 1);
  return [name, unescapeValue(part.slice(name.length + 1))];
}

/** Leaves only characters that a path never escapes, so that no two spellings of a key exist. */
function escapeValue(value: string): string {
  return encodeURIComponent(value)
    .replace(/[.!~*'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%", "~");
}

/** Text that `escapeValue` did not make gives the empty string. */
function unescapeValue(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("~", "%"));
  } catch {
    return "";
  }
}
