import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Absolute path of a file of this clone. */
export function projectPath(...parts) {
  return path.join(root, ...parts);
}
