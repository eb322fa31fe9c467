import { run } from "./child.mjs";
import { readIfExists } from "./fingerprint.mjs";
import { projectPath } from "./project.mjs";

/**
 * Installs the packages of the lock file unless they are there.
 * @param {{ forDevelopment?: boolean }} [options] forDevelopment: test tools are needed too
 * @returns {Promise<boolean>} whether anything was installed
 */
export async function installDependencies({ forDevelopment = false } = {}) {
  const wanted = packagesIn(projectPath("package-lock.json"));
  const installed = packagesIn(projectPath("node_modules", ".package-lock.json"));
  if (areInstalled(wanted, installed, forDevelopment)) return false;
  // No install script is needed, and some of them download what a closed network does not have.
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"];
  await runNpm(args);
  return true;
}

/**
 * Compares the lock file with the one that npm leaves in node_modules when an installation is complete.
 * Another system's optional packages may be missing, a different version may not.
 */
export function areInstalled(wanted, installed, forDevelopment) {
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    if (installed[place]) return installed[place].version === entry.version;
    return Boolean(entry.optional || entry.devOptional || (entry.dev && !forDevelopment));
  });
}

function packagesIn(lockFile) {
  return JSON.parse(readIfExists(lockFile) ?? "{}").packages ?? {};
}

function runNpm(args) {
  const npmCli = process.env.npm_execpath ?? "";
  if (npmCli.endsWith("npm-cli.js")) return run(process.execPath, [npmCli, ...args], { name: "npm ci" });
  return run("npm", args, { name: "npm ci", shell: process.platform === "win32" });
}
