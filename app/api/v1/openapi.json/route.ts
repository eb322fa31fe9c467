import { openApiDocument } from "@/lib/open-data/openapi";

// The same until the next build: it reads no data.
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(openApiDocument());
}
