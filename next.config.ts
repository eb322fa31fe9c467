import type { NextConfig } from "next";

const config: NextConfig = {
  // Tests build beside a running server, not under it.
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { authInterrupts: true },
  serverExternalPackages: ["pg", "@node-rs/argon2"],
};

export default config;
