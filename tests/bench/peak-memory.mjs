import fs from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const everyMs = 50;
const noPeak = { own: null, children: null };

/**
 * Does something while it watches the memory of a process and of those that it starts meanwhile. Only Linux tells a
 * peak; elsewhere both are null.
 * @template Result
 * @param {number} pid
 * @param {() => Promise<Result>} work
 * @returns {Promise<{ result: Result, megabytes: { own: number | null, children: number | null } }>} children: of the
 *   largest of them
 */
export async function withPeakMemory(pid, work) {
  if (!fs.existsSync(`/proc/${pid}/clear_refs`)) return { result: await work(), megabytes: noPeak };
  // From here on its peak is what it takes now.
  fs.writeFileSync(`/proc/${pid}/clear_refs`, "5");
  const earlier = new Set(childrenOf(pid));
  let isDone = false;
  let children = 0;
  const watching = (async () => {
    while (!isDone) {
      const started = childrenOf(pid).filter((child) => !earlier.has(child));
      children = Math.max(children, ...started.map((child) => peakOf(child) ?? 0));
      await sleep(everyMs);
    }
  })();
  try {
    const result = await work();
    return { result, megabytes: { own: peakOf(pid), children } };
  } finally {
    isDone = true;
    await watching;
  }
}

/** The largest resident size so far; null when the process is gone. */
function peakOf(pid) {
  const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
}

function childrenOf(pid) {
  const threads = fs.readdirSync(`/proc/${pid}/task`);
  return threads.flatMap((thread) =>
    readOrNothing(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean).map(Number),
  );
}

function readOrNothing(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    // It ended in between.
    if (error.code === "ENOENT" || error.code === "ESRCH") return "";
    throw error;
  }
}
