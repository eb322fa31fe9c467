import "server-only";
import { createHash } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { env } from "./env";
import { log } from "./log";

// Each connection keeps the statements that have a name, so their number is bounded.
const MAX_STATEMENTS = 500;
// When many write one thing at once, the last shall hear what happened to it, not that the queue was long.
const mostWaitMs = 15_000;
const statementNames = new Map<string, string>();

function statementName({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  if (statementNames.size >= MAX_STATEMENTS) return "";
  const name = `app_${createHash("sha1").update(sql).digest("base64url")}`;
  statementNames.set(sql, name);
  return name;
}

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: env.DATABASE_URL,
      // The adapter reads timestamptz wrongly in any other time zone. Compiling a statistic takes ten times as long
      // as computing it.
      options: "-c TimeZone=UTC -c jit=off",
      connectionTimeoutMillis: mostWaitMs,
      keepAlive: true,
    },
    {
      statementNameGenerator: statementName,
      onPoolError: (error) => log.warn("An idle database connection broke", { error }),
      onConnectionError: (error) => log.warn("A database connection broke", { error }),
    },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: mostWaitMs, timeout: mostWaitMs } });
}

// The development server evaluates this module again after each change; the connections must stay.
const shared = globalThis as typeof globalThis & { db?: PrismaClient };

/** The one database client of this process. */
export const db = shared.db ?? connect();
shared.db = db;
