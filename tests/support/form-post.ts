import { type PageAnswer, request } from "./page-request";

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'", "#39": "'" };

function decode(text: string): string {
  return text.replace(/&(#?\w+);/g, (entity, name: string) => entities[name] ?? entity);
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : decode(value);
}

/** The fields that the form with this input sends by itself, as a browser without JavaScript reads them. */
export function hiddenFields(html: string, input: string): Record<string, string> {
  const form = html.match(/<form[\s\S]*?<\/form>/g)?.find((text) => text.includes(`name="${input}"`));
  if (!form) throw new Error(`No form has an input ${input}:\n${html.slice(0, 2000)}`);
  const tags = form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? [];
  return Object.fromEntries(tags.map((tag) => [attribute(tag, "name"), attribute(tag, "value") ?? ""]));
}

/** Opens a page, fills in its form that has the first of these inputs, and sends it without JavaScript. */
export async function fillForm(
  url: string,
  values: Record<string, string>,
  cookie?: string,
): Promise<PageAnswer> {
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const page = await request(url, { headers });
  const body = new FormData();
  const fields = { ...hiddenFields(page.body, Object.keys(values)[0] ?? ""), ...values };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return request(url, { method: "POST", body, headers: { ...headers, origin: new URL(url).origin } });
}

/** Whether the answer to a form says that it was done: it leads to another page. */
export function isAcknowledged({ status }: PageAnswer): boolean {
  return status === 303;
}

/** Signs in; returns the cookie to send along. */
export async function signIn(siteUrl: string, name: string, password: string): Promise<string> {
  const { status, headers } = await fillForm(`${siteUrl}/sign-in`, { name, password });
  const cookie = headers.get("set-cookie")?.split(";")[0];
  if (status !== 303 || !cookie) throw new Error(`${name} could not sign in: ${status}`);
  return cookie;
}
