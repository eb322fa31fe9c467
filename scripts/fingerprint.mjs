import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { projectPath } from "./project.mjs";

/**
 * One hash over the names and contents of files and folders of this clone; what does not exist counts as empty.
 * @param {string[]} entries paths relative to the clone
 */
export function fingerprint(entries) {
  const hash = createHash("sha256");
  for (const file of entries.flatMap(filesBelow).sort()) {
    hash.update(`${file}\0`).update(
      createHash("sha256")
        .update(fs.readFileSync(projectPath(file)))
        .digest(),
    );
  }
  return hash.digest("hex");
}

function filesBelow(entry) {
  const stat = fs.statSync(projectPath(entry), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [entry];
  return fs.readdirSync(projectPath(entry)).flatMap((name) => filesBelow(path.posix.join(entry, name)));
}

/**
 * Does the work unless the stamp says that it was done with the same input. Keep the stamp inside of what the
 * work makes: then deleting that also deletes the stamp.
 * @param {string} stampFile
 * @param {string} input
 * @param {() => unknown} work
 * @returns {Promise<boolean>} whether the work was done now
 */
export async function unlessStamped(stampFile, input, work) {
  if (readIfExists(stampFile) === input) return false;
  fs.rmSync(stampFile, { force: true });
  await work();
  fs.mkdirSync(path.dirname(stampFile), { recursive: true });
  fs.writeFileSync(stampFile, input);
  return true;
}

/** The text of a file, null when there is none. */
export function readIfExists(file) {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  }
}
