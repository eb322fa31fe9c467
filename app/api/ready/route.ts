import { getReadiness } from "@/lib/health/readiness-queries";

export const dynamic = "force-dynamic";

/** Whether this process can serve, for load balancers and for the start script: 200 or 503. */
export async function GET(): Promise<Response> {
  const checks = await getReadiness();
  const isReady = Object.values(checks).every(Boolean);
  return Response.json(
    { status: isReady ? "ready" : "notReady", checks },
    { status: isReady ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
