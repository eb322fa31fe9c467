import fs from "node:fs";
import path from "node:path";
import { runNode } from "./child.mjs";
import { fingerprint, unlessStamped } from "./fingerprint.mjs";
import { prismaCli, prismaEnv } from "./prisma.mjs";
import { projectPath } from "./project.mjs";

/** Next's command line as arguments for Node. */
export const nextCli = projectPath("node_modules", "next", "dist", "bin", "next");

/** What a build does not read. */
const notBuilt =
  /^(\.(?!env).*|node_modules|prisma|tests|scripts|docs|next-env\.d\.ts|.*\.(md|tsbuildinfo))$/;

/**
 * Generates the Prisma client when the schema changed.
 * @returns {Promise<boolean>} whether it was generated now
 */
export function generateClient() {
  const input = fingerprint(["prisma/schema", "prisma.config.ts", "package-lock.json"]);
  return unlessStamped(projectPath("prisma", "generated", ".fingerprint"), input, () =>
    runNode([prismaCli, "generate"], { env: prismaEnv, name: "prisma generate" }),
  );
}

/**
 * Builds the application when its sources changed. It needs no database.
 * @param {{ distDir?: string }} [options]
 * @returns {Promise<boolean>} whether it was built now
 */
export function buildApp({ distDir = ".next" } = {}) {
  const sources = fs.readdirSync(projectPath()).filter((name) => !notBuilt.test(name));
  const input = fingerprint([...sources, "prisma/schema"]);
  const env = { ...buildEnv(), NEXT_DIST_DIR: distDir };
  return unlessStamped(path.join(projectPath(distDir), "fingerprint"), input, () =>
    runNode([nextCli, "build"], { env, name: "next build" }),
  );
}

/** The operator's variables stay out: a build is made once and run anywhere. */
function buildEnv() {
  const { PATH, HOME, TMPDIR, SYSTEMROOT, CI, LANG } = process.env;
  const kept = Object.entries({ PATH, HOME, TMPDIR, SYSTEMROOT, CI, LANG }).filter(([, value]) => value);
  return { ...Object.fromEntries(kept), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
}
