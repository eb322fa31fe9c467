import type { Instrumentation } from "next";

/** Runs once, before the server answers its first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  for (const stream of [process.stdout, process.stderr]) stream.on("error", endUnheard);
  const { env } = await import("./lib/env").catch(endWithMessage);
  const { startPageCacheListener } = await import("./lib/page-cache/page-cache-listener");
  const { DATABASE_URL: databaseUrl, DATABASE_DIRECT_URL: directUrl } = env;
  if (databaseUrl && directUrl) await startPageCacheListener({ databaseUrl, directUrl });
}

/** Whoever started us and read what we print is gone: to report that failure would be the next one, without end. */
function endUnheard(): never {
  process.exit(1);
}

/** A wrong variable is the operator's to mend: its line says how, a stack would hide it. */
function endWithMessage(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}

/** An error page shows the digest and the request's id; this line says what they stand for. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { log } = await import("./lib/log");
  log.error("A request failed", {
    error,
    requestId: request.headers["x-request-id"],
    method: request.method,
    path: request.path.split("?")[0],
    route: context.routePath,
  });
};
