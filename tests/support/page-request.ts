/** An answer of the application as a test looks at it. */
export type PageAnswer = {
  status: number;
  headers: Headers;
  body: string;
  /** What Next says of its cache: HIT, MISS; null for what is not stored. */
  cache: string | null;
};

/** Asks for a URL without following redirects. */
export async function request(url: string, init: RequestInit = {}): Promise<PageAnswer> {
  const response = await fetch(url, { redirect: "manual", ...init });
  return {
    status: response.status,
    headers: response.headers,
    body: await response.text(),
    cache: response.headers.get("x-nextjs-cache"),
  };
}

/** What a reader without JavaScript can see: the markup without its scripts. */
export function withoutScripts(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>/g, "");
}
