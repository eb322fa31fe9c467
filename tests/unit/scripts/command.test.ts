import { spawn } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const command = path.resolve("scripts/command.mjs");

/** Runs a command whose main function is `main`; sends the signal when it says "ready". */
function runMain(main: string, signal?: NodeJS.Signals) {
  const program = `import { atEnd, OperatorError, runCommand } from ${JSON.stringify(command)};
    atEnd(() => console.log("first"));
    atEnd(() => console.log("second"));
    await runCommand(${main}, { interruptedExitCode: 130 });`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program]);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
      if (signal && String(chunk).includes("ready")) child.kill(signal);
    });
  }
  return new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, output: output.trim() }));
  });
}

test("cleanups run in the reverse order", async () => {
  expect(await runMain("async () => {}")).toEqual({ code: 0, output: "second\nfirst" });
});

test("what the operator can mend is one line, without a stack", async () => {
  const result = await runMain('async () => { throw new OperatorError("端口 3000 已被占用"); }');
  expect(result).toEqual({ code: 1, output: "✗ 端口 3000 已被占用\nsecond\nfirst" });
});

test.each(["SIGINT", "SIGTERM"] as const)("%s cleans up too", async (signal) => {
  const main = 'async () => { console.log("ready"); await new Promise((go) => setTimeout(go, 60_000)); }';
  expect(await runMain(main, signal)).toEqual({ code: 130, output: "ready\nsecond\nfirst" });
});
