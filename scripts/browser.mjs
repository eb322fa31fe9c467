import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { run, runNode } from "./child.mjs";
import { OperatorError } from "./command.mjs";
import { projectPath } from "./project.mjs";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * The Chromium to test with, installed if there is none: CHROMIUM_PATH, Playwright's own, then the system's.
 * @returns {Promise<string>} absolute path
 */
export async function findBrowser() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (fs.existsSync(chosen)) return chosen;
    throw new OperatorError(`CHROMIUM_PATH 指向的文件不存在：${chosen}`);
  }
  const found = await installedBrowser();
  if (found) return found;
  await installBrowser();
  const installed = await installedBrowser();
  if (installed) return installed;
  throw new OperatorError("没有可用的浏览器：请安装 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明它的位置");
}

async function installedBrowser() {
  const { chromium } = await import("@playwright/test");
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const onPath = programs.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [chromium.executablePath(), ...onPath, ...applications].find((file) => file && fs.existsSync(file));
}

async function installBrowser() {
  try {
    if (process.getuid?.() === 0 && spawnSync("apt-get", ["--version"]).status === 0) {
      const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
      const packages = ["chromium", "fonts-noto-cjk"];
      await run("apt-get", ["update", "-q"], { env });
      await run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...packages], { env });
    } else {
      const cli = projectPath("node_modules", "@playwright", "test", "cli.js");
      await runNode([cli, "install", "chromium"], { name: "playwright install" });
    }
  } catch (error) {
    if (!(error instanceof OperatorError)) throw error;
  }
}
