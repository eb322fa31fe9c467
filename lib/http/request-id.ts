import { isHttps } from "../auth/session-cookie-name";

/** What a load balancer in front of us has named the request, or a name of ours. */
export function requestIdOf({ headers }: Pick<Request, "headers">): string {
  const given = headers.get("x-request-id") ?? "";
  return /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

/** Adds what every response has, whatever it answers. */
export function nameRequest(response: Response, requestId: string): Response {
  response.headers.set("x-request-id", requestId);
  // A stored page cannot contain its reader's number; its script finds it here.
  response.headers.set("server-timing", `request;desc="${requestId}"`);
  if (isHttps) response.headers.set("strict-transport-security", "max-age=31536000; includeSubDomains");
  return response;
}
