import { spawn } from "node:child_process";
import { once } from "node:events";
import { buildApp, nextCli } from "../../scripts/build.mjs";
import { withClient, withDatabaseName } from "../../scripts/database.mjs";
import { freePort } from "../../scripts/port.mjs";
import { pollUntil } from "./poll";

const distDir = ".next-test";

/** The application as it runs in production, on a port of its own. */
export type AppServer = {
  url: string;
  /** What it has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
  /** As a power cut does: without a chance to finish anything. */
  kill: () => Promise<void>;
  /** As the death of whoever started it: nobody reads what it prints. Resolves when it has ended. */
  unhear: () => Promise<void>;
};

type Options = {
  databaseUrl: string;
  directUrl?: string;
  env?: Record<string, string>;
  /** The one that it had before it was killed, for a page that is still open; a free one when left out. */
  port?: number;
};

/** Test files that run side by side must not build side by side; the lock goes with its connection. */
async function buildOnce(databaseUrl: string): Promise<void> {
  await withClient(withDatabaseName(databaseUrl, "postgres"), async (client) => {
    await client.query("select pg_advisory_lock(hashtext('build of the application for tests'))");
    await buildApp({ distDir });
  });
}

/** Builds the application unless it is built, starts it and waits until it answers. */
export async function startAppServer({ databaseUrl, directUrl, env, ...given }: Options): Promise<AppServer> {
  await buildOnce(String(process.env.DATABASE_URL));
  const port = given.port ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [nextCli, "start", "-p", String(port)], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_DIST_DIR: distDir,
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: databaseUrl,
      DATABASE_DIRECT_URL: directUrl ?? databaseUrl,
      NEXTAUTH_URL: url,
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const endBy = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  };
  await pollUntil(`the application to start\n${output}`, () =>
    fetch(`${url}/api/health`).then((response) => response.ok),
  );
  const unhear = async () => {
    const exited = once(child, "exit");
    for (const stream of [child.stdout, child.stderr]) stream.destroy();
    await exited;
  };
  return { url, output: () => output, stop: () => endBy("SIGTERM"), kill: () => endBy("SIGKILL"), unhear };
}
