import { createHash } from "node:crypto";

const everywhere = {
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "script-src-attr": "'none'",
};

const common = { "default-src": "'self'", "img-src": "'self' data:", "style-src": "'self'", ...everywhere };

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;

/** @typedef {{ allowsStyleAttributes: boolean }} PageOptions Recharts puts style attributes into its server HTML */

/**
 * For a page that is rendered once and stored: each of its inline scripts is allowed by its hash.
 * @param {string} html
 * @param {PageOptions} options
 */
export function hashedPagePolicy(html, { allowsStyleAttributes }) {
  const hashes = Array.from(html.matchAll(inlineScript), ([, script = ""]) => hashSource(script));
  return pagePolicy(["'self'", ...new Set(hashes)].join(" "), allowsStyleAttributes);
}

/**
 * For a page that is rendered for each request. `script-src` leads: Next takes the nonce from the first directive
 * whose name begins so.
 * @param {string} nonce
 * @param {PageOptions} options
 */
export function noncePagePolicy(nonce, { allowsStyleAttributes }) {
  return pagePolicy(`'self' 'nonce-${nonce}'`, allowsStyleAttributes);
}

/** For what nobody else has given a policy, such as a public page that failed. */
export const leastPolicy = toHeader(everywhere);

/** For whatever is no page: JSON, CSV, feeds. A missing file is answered by a page, which keeps its style. */
export const dataPolicy = toHeader({ "script-src": "'none'", ...common });

/** For files that people upload: whatever a browser makes of one, it runs nothing and belongs to no site. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";

/**
 * The source that allows exactly this inline script or style.
 * @param {string} text
 */
export function hashSource(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/**
 * @param {string} scripts
 * @param {boolean} allowsStyleAttributes
 */
function pagePolicy(scripts, allowsStyleAttributes) {
  const styleAttributes = allowsStyleAttributes ? { "style-src-attr": "'unsafe-inline'" } : {};
  return toHeader({ "script-src": scripts, ...common, ...styleAttributes });
}

/** @param {Record<string, string>} directives */
function toHeader(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
