import type { WrittenForm } from "@/lib/draft/draft-rules";
import { paths } from "@/lib/paths";
import type { SaveAnswer } from "./draft-saver";

const patienceMs = 10_000;
// What browsers take from a page that is being left.
const mostBytesOnLeaving = 60_000;

/** Sends a form as it stands; every way in which it may not arrive is an answer. */
export async function sendDraft(data: FormData): Promise<SaveAnswer> {
  try {
    const signal = AbortSignal.timeout(patienceMs);
    const response = await fetch(paths.drafts(), { method: "POST", body: data, signal });
    return await answerOf(response);
  } catch {
    return { kind: "away", why: "offline" };
  }
}

/** Throws the draft away; false: it is still there. */
export async function sendDiscarding(data: FormData): Promise<boolean> {
  const response = await fetch(paths.drafts(), { method: "POST", body: data }).catch(() => null);
  return response?.ok ?? false;
}

/** Sends a form from a page that is being left: nobody waits for the answer. */
export function sendDraftOnLeaving(data: FormData): void {
  const keepalive = [...data].reduce((sum, [name, value]) => sum + name.length + 3 * String(value).length, 0);
  void fetch(paths.drafts(), {
    method: "POST",
    body: data,
    keepalive: keepalive < mostBytesOnLeaving,
  }).catch(() => {});
}

async function answerOf(response: Response): Promise<SaveAnswer> {
  if (response.status === 401) return { kind: "away", why: "signedOut" };
  if (response.status === 409) return { kind: "away", why: "otherAccount" };
  // A gateway on the way may answer with a page of its own.
  const body: unknown = await response.json().catch(() => null);
  if (response.ok && isWritten(body)) return { kind: "written", written: body };
  if (response.status >= 400 && response.status < 500) return { kind: "refused", message: detailOf(body) };
  return { kind: "away", why: "server" };
}

/** From our own route, of this build or one close to it. */
function isWritten(body: unknown): body is WrittenForm {
  return typeof body === "object" && body !== null && "differences" in body && "values" in body;
}

function detailOf(body: unknown): string {
  const has = typeof body === "object" && body !== null && "detail" in body;
  return has && typeof body.detail === "string" ? body.detail : "内容没有被接受。请刷新页面再试。";
}
