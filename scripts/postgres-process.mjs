import { spawnSync } from "node:child_process";
import path from "node:path";
import { readIfExists } from "./fingerprint.mjs";

/**
 * The server that runs on a data folder, null when none does. A pid file alone proves nothing: after a crash or in
 * a container its number may belong to another program by now.
 * @param {string} data
 * @returns {{ pid: number, port: number, isReady: boolean } | null}
 */
export function runningPostmaster(data) {
  const lines = readIfExists(path.join(data, "postmaster.pid"))?.split("\n");
  const pid = Number(lines?.[0]);
  if (!lines || !pid || !isAlive(pid) || !runsPostgresOn(pid, data)) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" };
}

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function runsPostgresOn(pid, data) {
  if (process.platform === "win32") return true;
  const commandLine =
    readIfExists(`/proc/${pid}/cmdline`) ??
    spawnSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  return Boolean(commandLine?.includes("postgres") && commandLine.includes(data));
}
