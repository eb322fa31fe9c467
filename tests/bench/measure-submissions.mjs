import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { libProgram } from "../../scripts/app-database.mjs";
import { start, stopChild } from "../../scripts/child.mjs";
import { OperatorError } from "../../scripts/command.mjs";
import { inRounds } from "./rounds.mjs";

const rounds = 3;
const submissions = 60;
const together = 8;
const program = fileURLToPath(new URL("submissions.ts", import.meta.url));

/** By the application's commands, and by one prepared statement per step, with and without its audit events. */
const ways = ["app", "sql", "sql-without-audit"];

/**
 * Reports handed in and published per second, by one person and by several at once.
 * @param {Awaited<ReturnType<typeof import("./sites.mjs").openSites>>} sites
 * @returns {Promise<Record<string, number>>} by `small app 1`, `big sql 8` and so on
 */
export async function measureSubmissions({ small, big }) {
  const writers = { small: startWriter(small), big: startWriter(big) };
  const cases = Object.entries(writers).flatMap(([size, writer]) =>
    ways.flatMap((way) =>
      [1, together].map((people) => [`${size} ${way} ${people}`, () => perSecond(writer, way, people)]),
    ),
  );
  const measured = await inRounds(rounds, Object.fromEntries(cases));
  await Promise.all(Object.values(writers).map((writer) => stopChild(writer)));
  return measured;
}

function startWriter({ env }) {
  const stdio = ["ignore", "ignore", "inherit", "ipc"];
  return start(process.execPath, libProgram(program), { env, stdio });
}

async function perSecond(writer, way, people) {
  const answered = new AbortController();
  const { signal } = answered;
  writer.send({ way, people, count: submissions });
  const [answer] = await Promise.race([
    once(writer, "message", { signal }),
    once(writer, "close", { signal }),
  ]);
  answered.abort();
  if (typeof answer?.perSecond !== "number") throw new OperatorError("填报的测量中断了，原因见上");
  return answer.perSecond;
}
