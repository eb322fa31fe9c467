import fs from "node:fs";
import { withClient } from "../../scripts/database.mjs";

const sql = fs.readFileSync(new URL("generate.sql", import.meta.url), "utf8");

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
