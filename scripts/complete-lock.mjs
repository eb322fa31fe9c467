// Run after package-lock.json changed: a registry mirror that lacks other systems' builds of a native package makes
// npm leave them out of the lock file, and `npm ci` then refuses it.
import fs from "node:fs";
import { projectPath } from "./project.mjs";

const systems = { darwin: /darwin/, win32: /win32|windows/, freebsd: /freebsd/, android: /android/ };
const processors = { arm64: /arm64|aarch64/, x64: /x64/, ia32: /ia32/, wasm32: /wasm32/, arm: /arm/ };

const file = projectPath("package-lock.json");
const lock = JSON.parse(fs.readFileSync(file, "utf8"));
const added = missingOptionalPackages(lock.packages);
const packages = Object.entries({ ...lock.packages, ...added });
packages.sort(([a], [b]) => (a < b ? -1 : 1));
fs.writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`${Object.keys(added).length} entries added`);

function missingOptionalPackages(locked) {
  const missing = {};
  for (const [place, entry] of Object.entries(locked)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (locked[`${place}/node_modules/${name}`] || locked[`node_modules/${name}`]) continue;
      missing[`node_modules/${name}`] = optionalEntry(name, range, entry);
    }
  }
  return missing;
}

function optionalEntry(name, range, { dev }) {
  const system = keyMatching(systems, name) ?? (/wasm32/.test(name) ? undefined : "linux");
  return {
    version: range.replace(/^[\^~]/, ""),
    ...(keyMatching(processors, name) ? { cpu: [keyMatching(processors, name)] } : {}),
    ...(dev ? { dev } : {}),
    optional: true,
    ...(system ? { os: [system] } : {}),
    ...(/musl/.test(name) ? { libc: ["musl"] } : {}),
  };
}

function keyMatching(patterns, name) {
  return Object.keys(patterns).find((key) => patterns[key].test(name));
}
