import { setTimeout as sleep } from "node:timers/promises";
import { nextCli } from "./build.mjs";
import { collectOutput, exitOf, lastLines, start } from "./child.mjs";
import { OperatorError } from "./command.mjs";

const readySeconds = 60;

/**
 * Starts the server and resolves when it answers.
 * @param {{ env: NodeJS.ProcessEnv, port: number, development?: boolean }} options
 * @returns {Promise<{ exited: Promise<number>, child: import("node:child_process").ChildProcess }>}
 *   exited: resolves to the exit code when it ends, by itself or because it was stopped
 */
export async function serve({ env, port, development = false }) {
  const preload = ["--import", new URL("exit-with-parent.mjs", import.meta.url).href];
  const args = [...preload, nextCli, development ? "dev" : "start", "--port", String(port)];
  const child = start(process.execPath, args, {
    env: { ...env, NODE_ENV: development ? "development" : "production" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const output = collectOutput(child);
  const exited = exitOf(child);
  const ended = new AbortController();
  exited.finally(() => ended.abort()).catch(() => {});
  if (!(await answers(`http://127.0.0.1:${port}/api/health`, ended.signal))) {
    throw new OperatorError(`服务没有就绪：\n${lastLines(output())}`);
  }
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  return { exited, child };
}

async function answers(url, signal) {
  const giveUpAt = Date.now() + readySeconds * 1000;
  while (!signal.aborted && Date.now() < giveUpAt) {
    const response = await fetch(url, { signal }).catch(() => null);
    if (response?.ok) return true;
    await sleep(50);
  }
  return false;
}
