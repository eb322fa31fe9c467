import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { projectPath } from "./project.mjs";

/** Prisma's command line as arguments for Node. */
export const prismaCli = createRequire(import.meta.url).resolve("prisma/build/index.js");

/** Keeps Prisma from downloading its native schema engine; what we use of it is WASM. */
export const prismaEnv = {
  ...process.env,
  PRISMA_SCHEMA_ENGINE_BINARY: projectPath("scripts", "schema-engine-stub.sh"),
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = [prismaCli, ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit", env: prismaEnv }).status ?? 1;
}
