import { fileURLToPath } from "node:url";
import { libProgram } from "../../scripts/app-database.mjs";
import { runNode } from "../../scripts/child.mjs";
import { inRounds } from "./rounds.mjs";

const rounds = 3;
const submissions = 60;
const together = 8;
const program = fileURLToPath(new URL("submissions.ts", import.meta.url));

/** By the application's commands, and by one prepared statement per step, with and without its audit events. */
export const ways = ["app", "sql", "sql-without-audit"];

/**
 * Reports handed in and published per second, by one person and by several at once.
 * @param {Awaited<ReturnType<typeof import("./sites.mjs").openSites>>} sites
 * @returns {Promise<Record<string, number>>} by `small app 1`, `big sql 8` and so on
 */
export function measureSubmissions({ small, big }) {
  const cases = Object.entries({ small, big }).flatMap(([size, site]) =>
    ways.flatMap((way) =>
      [1, together].map((people) => [`${size} ${way} ${people}`, () => perSecond(site.env, way, people)]),
    ),
  );
  return inRounds(rounds, Object.fromEntries(cases));
}

async function perSecond(env, way, people) {
  const args = libProgram(program, way, String(people), String(submissions));
  return Number(await runNode(args, { env, name: "填报" }));
}
