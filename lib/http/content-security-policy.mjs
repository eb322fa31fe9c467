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

/**
 * For a page that is rendered once and stored: each of its inline scripts is allowed by its hash.
 * @param {string} html
 */
export function hashedPagePolicy(html) {
  const hashes = Array.from(html.matchAll(inlineScript), ([, script = ""]) => hashSource(script));
  return toHeader({ "script-src": ["'self'", ...new Set(hashes)].join(" "), ...common });
}

/**
 * For a page that is rendered for each request. `script-src` leads: Next takes the nonce from the first directive
 * whose name begins so.
 * @param {string} nonce
 * @param {{ allowsStyleAttributes: boolean }} options Recharts puts style attributes into its server HTML
 */
export function noncePagePolicy(nonce, { allowsStyleAttributes }) {
  const styleAttributes = allowsStyleAttributes ? { "style-src-attr": "'unsafe-inline'" } : {};
  return toHeader({ "script-src": `'self' 'nonce-${nonce}'`, ...common, ...styleAttributes });
}

/** For what nobody else has given a policy, such as a public page that failed. */
export const leastPolicy = toHeader(everywhere);

/** For whatever is no page: JSON, CSV, feeds. A missing file is answered by a page, which keeps its style. */
export const dataPolicy = toHeader({ "script-src": "'none'", ...common });

/**
 * The source that allows exactly this inline script or style.
 * @param {string} text
 */
export function hashSource(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** @param {Record<string, string>} directives */
function toHeader(directives) {
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
