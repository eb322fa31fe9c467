import "server-only";
import { env } from "@/lib/env";

/** A full address, for readers that do not come from a page of ours. */
export function siteUrl(path: string): string {
  return new URL(path, env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`).href;
}
