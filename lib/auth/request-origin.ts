import "server-only";
import { headers } from "next/headers";

const longest = 300;

/** Where the request comes from. The address is what the nearest proxy appended, as earlier ones can be invented. */
export async function requestOrigin(): Promise<{ address: string | null; userAgent: string | null }> {
  const sent = await headers();
  const address = sent.get("x-forwarded-for")?.split(",").at(-1)?.trim();
  return {
    address: address?.slice(0, longest) || null,
    userAgent: sent.get("user-agent")?.slice(0, longest) ?? null,
  };
}
