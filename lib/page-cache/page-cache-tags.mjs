/** What a cached path depends on, first match wins; whatever is not named shows counts or lists of the register. */
const tagsByPath = /** @type {const} */ ([
  [/^\/zh\/projects\/([^/]+)$/, "project:"],
  [/^\/open-data\/project\/([^/]+)$/, "project:"],
  [/^\/_/, null],
]);

/**
 * The tags of a rendered path, besides the one that all have.
 * @param {string} path internal, as the proxy rewrites it: /zh/projects/P2015-05
 * @returns {string[]}
 */
export function tagsOfPath(path) {
  for (const [pattern, prefix] of tagsByPath) {
    const match = pattern.exec(path);
    if (match) return prefix ? [`${prefix}${match[1]}`] : [];
  }
  return ["register"];
}
