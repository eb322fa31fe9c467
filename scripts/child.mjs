import { spawn } from "node:child_process";
import { atEnd, OperatorError } from "./command.mjs";
import { projectPath } from "./project.mjs";

/** @type {Set<import("node:child_process").ChildProcess>} */
const children = new Set();

/**
 * Runs a program to its end and resolves to what it printed; on failure the error ends with its last lines.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & { name?: string }} [options] name: what an error calls it
 */
export async function run(program, args, { name = program, ...options } = {}) {
  const { exitCode, output } = await attempt(program, args, options);
  if (exitCode === 0) return output;
  throw new OperatorError(`${name} 失败（退出码 ${exitCode}）：\n${lastLines(output)}`);
}

/** Runs a program to its end, well or not. */
export async function attempt(program, args, options) {
  const child = start(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
  const output = collectOutput(child);
  const exitCode = await exitOf(child);
  return { exitCode, output: output() };
}

/** `run` for a program of Node: `runNode(["--import", "tsx", "prisma/seed.ts"])`. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Starts a program of its own process group, so that Ctrl-C reaches only us and the order of stopping is ours. */
export function start(program, args, options) {
  const detached = process.platform !== "win32";
  const child = spawn(program, args, { cwd: projectPath(), detached, ...options });
  children.add(child);
  atEnd(() => stopChild(child));
  child.once("close", () => children.delete(child));
  return child;
}

/** Resolves to the exit code, 1 when a signal ended it. */
export function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(new OperatorError(`无法运行 ${child.spawnfile}：${error.message}`)),
    );
    child.once("close", (code) => resolve(code ?? 1));
  });
}

/** Asks a program and what it started to stop; kills it when it has not within the grace. */
export async function stopChild(child, graceMs = 10_000) {
  if (!children.has(child)) return;
  const closed = new Promise((resolve) => child.once("close", resolve));
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  await closed;
  clearTimeout(timer);
}

function signalGroup(child, signal) {
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}

/** Keeps what a program prints; call the result for the text so far. */
export function collectOutput(child) {
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
  }
  return () => text;
}

/** The end of a log, as much as helps to see what went wrong. */
export function lastLines(text, count = 60) {
  return text.trimEnd().split("\n").slice(-count).join("\n");
}
