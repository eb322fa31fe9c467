import fs from "node:fs";
import { withClient } from "../../scripts/database.mjs";

const sql = ["generate-register.sql", "generate-progress.sql"]
  .map((name) => fs.readFileSync(new URL(name, import.meta.url), "utf8"))
  .join("\n");

/**
 * Adds an invented register to a database that holds the facts: that many projects, four times as many milestones,
 * ten times as many reports; the same rows each time, all or none.
 * @param {string} url
 * @param {number} projects an even number
 */
export async function generateRegister(url, projects) {
  await withClient(url, async (client) => {
    await client.query("select set_config('bench.projects', $1, false)", [String(projects)]);
    await client.query(`begin; ${sql} commit`);
  });
}
