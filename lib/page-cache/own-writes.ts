import "server-only";
import { randomUUID } from "node:crypto";
import { db } from "@/lib/db";
import { awaitEcho } from "./page-cache-listener";
import { pageCacheStore } from "./page-cache-store.mjs";

/**
 * Resolves when this process has dropped everything that was changed by what is committed so far, so that whoever
 * wrote reads their own write. Notifications arrive in the order of their commits: an echo of our own comes last.
 */
export async function hearOwnWrites(): Promise<void> {
  const store = pageCacheStore();
  if (!store.isListening) return;
  const echo = randomUUID();
  try {
    await Promise.all([awaitEcho(echo), db.$executeRaw`select pg_notify('page_cache', ${`echo:${echo}`})`]);
  } catch {
    store.raise(["all"]);
  }
}
