import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { OperatorError } from "./command.mjs";

/** @typedef {{ uid: number, gid: number }} Account */

/**
 * The account Postgres runs as when we are root, which it refuses to run as; undefined: ourselves.
 * @returns {Account | undefined}
 */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }));
    if (uid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new OperatorError("root 不能运行 Postgres，系统中又没有 postgres 或 nobody 用户：请换普通用户运行");
}

/**
 * Whether the account may enter every folder on the way; folders that do not exist yet are ours to make.
 * @param {string} folder
 * @param {Account} account
 */
export function canReach(folder, account) {
  const stat = fs.statSync(folder, { throwIfNoEntry: false });
  const parent = path.dirname(folder);
  return (!stat || mayEnter(stat, account)) && (parent === folder || canReach(parent, account));
}

function mayEnter({ mode, uid, gid }, account) {
  if (uid === account.uid) return Boolean(mode & 0o100);
  if (gid === account.gid) return Boolean(mode & 0o010);
  return Boolean(mode & 0o001);
}
