import path from "node:path";
import type { NextConfig } from "next";
import { leastPolicy } from "./lib/http/content-security-policy.mjs";

const root = import.meta.dirname;

/** Known at build time and the same for every response; the rest is set in proxy.ts and by the page cache. */
const securityHeaders = {
  "Content-Security-Policy": leastPolicy,
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Stricter ones make the Origin of a post without JavaScript null, which is refused.
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
  "Cross-Origin-Opener-Policy": "same-origin",
};

const config: NextConfig = {
  // Tests build beside a running app.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  // `npm test` checks them, tests included; a start need not.
  typescript: { ignoreBuildErrors: true },
  reactStrictMode: true,
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg", "@node-rs/argon2"],
  turbopack: { root },
  cacheHandler: path.join(root, "lib/page-cache/page-cache-handler.mjs"),
  // Next's own memory cache would never hear that the data changed.
  cacheMaxMemorySize: 0,
  async headers() {
    const headers = Object.entries(securityHeaders).map(([key, value]) => ({ key, value }));
    return [{ source: "/:path*", headers }];
  },
};

export default config;
