import fs from "node:fs";
import { generateClient, nextCli } from "./build.mjs";
import { attempt } from "./child.mjs";
import { projectPath } from "./project.mjs";

/** @typedef {{ passed: number, failed: number, output: string }} Outcome output: worth showing when something failed */

/** Where tests build, so that a running `npm start` keeps its own. */
export const testDistDir = ".next-test";

const results = projectPath("tests", "results");

/** Format, lint and the rules on who may import whom. @returns {Promise<Outcome>} */
export function checkStyle() {
  return check("@biomejs/biome/bin/biome", ["ci", "--error-on-warnings"]);
}

/** Types, those of the routes included. @returns {Promise<Outcome>} */
export async function checkTypes() {
  await generateClient();
  if (fs.existsSync(projectPath("app"))) {
    const env = { ...process.env, NEXT_DIST_DIR: testDistDir };
    await attempt(process.execPath, [nextCli, "typegen"], { env });
  }
  return check("typescript/bin/tsc", ["--noEmit"]);
}

/** @param {"unit" | "integration"} project @returns {Promise<Outcome>} */
export async function runVitest(project, env = process.env) {
  const report = `${results}/${project}.json`;
  fs.rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const args = ["run", "--project", project, "--passWithNoTests", ...reporters];
  const { exitCode, output } = await attemptTool("vitest/vitest.mjs", args, env);
  const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
  return outcome(numPassedTests, numFailedTests, exitCode, output);
}

/** @returns {Promise<Outcome>} */
export async function runPlaywright(env) {
  const report = `${results}/e2e.json`;
  fs.rmSync(report, { force: true });
  const args = ["test", "--reporter=list,json"];
  const options = { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const { exitCode, output } = await attemptTool("@playwright/test/cli.js", args, options);
  const { expected = 0, flaky = 0, unexpected = 0 } = readReport(report).stats ?? {};
  return outcome(expected + flaky, unexpected, exitCode, output);
}

async function check(tool, args) {
  const { exitCode, output } = await attemptTool(tool, args, process.env);
  return exitCode === 0 ? outcome(1, 0, 0, output) : outcome(0, 1, exitCode, output);
}

/** A run that fails without a failed test (a file that does not load, an unhandled error) counts as one. */
function outcome(passed, failed, exitCode, output) {
  return { passed, failed: exitCode === 0 ? failed : Math.max(failed, 1), output };
}

function attemptTool(tool, args, env) {
  return attempt(process.execPath, [projectPath("node_modules", tool), ...args], { env });
}

function readReport(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
}
