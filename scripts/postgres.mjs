import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { lastLines, run } from "./child.mjs";
import { atEnd, OperatorError } from "./command.mjs";
import { readIfExists } from "./fingerprint.mjs";
import { freePort } from "./port.mjs";
import { canReach, postgresAccount } from "./postgres-account.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { isAlive, runningPostmaster } from "./postgres-process.mjs";

/** Not below /var/tmp: systems delete there what nobody touched for a month. */
const sharedFolder = "/var/lib/zunyi-tracker";
const startSeconds = 60;

/**
 * Starts the embedded Postgres of a data folder, or joins it when another command of this clone runs it already;
 * the last command to leave stops it. What a killed command left running is taken over.
 * @param {{ dataDir: string, durable?: boolean }} options durable false: fast, for data that a crash may lose
 * @returns {Promise<{ url: string, folder: string, stop: () => Promise<void> }>}
 *   url: of the database `zunyi`, which may not exist yet; stop: needed only before the command ends
 */
export async function startPostgres({ dataDir, durable = true }) {
  const cluster = describeCluster(dataDir, durable);
  const stop = () => leave(cluster);
  atEnd(stop);
  makeFolders(dataDir, cluster);
  const password = keptPassword(cluster);
  if (!fs.existsSync(cluster.data)) await initialise(cluster);
  fs.writeFileSync(userFile(cluster, process.pid), "");
  const port = await ensureRunning(cluster);
  cluster.watch = setInterval(() => revive(cluster, port), 1000).unref();
  return { url: `postgresql://zunyi:${password}@127.0.0.1:${port}/zunyi`, folder: cluster.folder, stop };
}

async function leave(cluster) {
  cluster.isLeft = true;
  clearInterval(cluster.watch);
  fs.rmSync(userFile(cluster, process.pid), { force: true });
  if (runningPostmaster(cluster.data) && otherUsers(cluster).length === 0) await halt(cluster);
}

/** Stops the cluster of a data folder, if it runs, and deletes it with all its data. */
export async function removePostgres(dataDir) {
  const cluster = describeCluster(dataDir);
  if (runningPostmaster(cluster.data)) await halt(cluster);
  fs.rmSync(cluster.folder, { recursive: true, force: true });
}

function describeCluster(dataDir, durable = true) {
  const account = postgresAccount();
  const folder = clusterFolder(dataDir, account);
  return {
    account,
    folder,
    durable,
    data: path.join(folder, "data"),
    log: path.join(folder, "server.log"),
    users: path.join(folder, "users"),
    /** @param {"initdb" | "pg_ctl"} program */
    run: (program, args, options) =>
      run(postgresBinaries(account, sharedFolder)(program), args, {
        ...account,
        cwd: folder,
        env: { PATH: process.env.PATH, SYSTEMROOT: process.env.SYSTEMROOT, LC_ALL: "C", TZ: "UTC" },
        name: program,
        ...options,
      }),
  };
}

/** Where the cluster of a data folder lives: in it, unless Postgres runs as somebody who cannot get there. */
function clusterFolder(dataDir, account) {
  const inside = path.join(dataDir, "postgres");
  const elsewhere = path.join(sharedFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
  if (fs.existsSync(path.join(inside, "data"))) return inside;
  if (account && (fs.existsSync(elsewhere) || !canReach(dataDir, account))) return elsewhere;
  return inside;
}

function makeFolders(dataDir, { account, folder, users }) {
  try {
    for (const parent of [dataDir, path.dirname(folder)]) fs.mkdirSync(parent, { recursive: true });
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    fs.mkdirSync(users, { recursive: true });
    if (account) fs.chownSync(folder, account.uid, account.gid);
  } catch (error) {
    if (!["EACCES", "EROFS", "EPERM"].includes(error.code)) throw error;
    throw new OperatorError(`不能写入 ${folder}：请用 DATA_DIR 指定一个可写的文件夹`);
  }
}

function keptPassword({ account, folder }) {
  const file = path.join(folder, "password");
  const kept = readIfExists(file);
  if (kept) return kept;
  const password = randomBytes(24).toString("hex");
  fs.writeFileSync(file, password, { mode: 0o600 });
  if (account) fs.chownSync(file, account.uid, account.gid);
  return password;
}

/** Made beside its final place, so that a killed start leaves no half-made cluster. */
async function initialise({ folder, data, run }) {
  const unfinished = `${data}-${process.pid}`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  await run("initdb", [
    `--pgdata=${unfinished}`,
    "--username=zunyi",
    "--auth=scram-sha-256",
    `--pwfile=${path.join(folder, "password")}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    // pg_trgm takes letters from LC_CTYPE: with C it ignores every Chinese character.
    ...(process.platform === "win32" ? [] : ["--lc-ctype=C.UTF-8"]),
    "--data-checksums",
    "--set=listen_addresses=127.0.0.1",
    "--set=unix_socket_directories=",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
  ]);
  fs.renameSync(unfinished, data);
}

/** Tries until it runs: backends of a killed postmaster need a moment to die, another command may be starting it. */
async function ensureRunning(cluster, wantedPort) {
  const giveUpAt = Date.now() + startSeconds * 1000;
  for (;;) {
    const running = runningPostmaster(cluster.data);
    if (running?.isReady) return running.port;
    if (Date.now() > giveUpAt) {
      throw new OperatorError(
        `Postgres 没有启动，日志 ${cluster.log}：\n${lastLines(readIfExists(cluster.log) ?? "")}`,
      );
    }
    if (cluster.isLeft) throw new OperatorError("Postgres 的启动被中止");
    if (!running) await launch(cluster, wantedPort ?? (await freePort()));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function launch(cluster, port) {
  if (!runningPostmaster(cluster.data)) fs.rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
  const fast = cluster.durable ? "" : " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
  const args = ["start", "-D", cluster.data, "-l", cluster.log, "-o", `-p ${port}${fast}`];
  try {
    // The server inherits the standard streams: a pipe would never close.
    await cluster.run("pg_ctl", [...args, "-w", "-t", String(startSeconds), "-s"], { stdio: "ignore" });
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
  }
}

/** Brings a crashed server back where the application expects it. */
async function revive(cluster, port) {
  if (cluster.isLeft || cluster.isReviving || runningPostmaster(cluster.data)) return;
  cluster.isReviving = true;
  try {
    await ensureRunning(cluster, port);
  } catch (error) {
    console.error(`✗ ${error.message}`);
  } finally {
    cluster.isReviving = false;
  }
}

async function halt(cluster) {
  await cluster.run("pg_ctl", ["stop", "-D", cluster.data, "-m", "fast", "-w", "-s"]);
}

/** Commands that still use the cluster; forgets those that were killed. */
function otherUsers({ users }) {
  return fs.readdirSync(users).filter((pid) => {
    if (isAlive(Number(pid))) return true;
    fs.rmSync(path.join(users, pid), { force: true });
    return false;
  });
}

function userFile({ users }, pid) {
  return path.join(users, String(pid));
}
