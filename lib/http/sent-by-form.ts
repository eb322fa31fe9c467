/** A form that the browser itself sends, as without JavaScript: its answer is a page. */
export function isSentByForm({ method, headers }: Pick<Request, "method" | "headers">): boolean {
  return method === "POST" && (headers.get("accept")?.includes("text/html") ?? false);
}
