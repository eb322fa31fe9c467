import "server-only";
import type { Keeper } from "@/lib/auth/form-keeper";
import { db } from "@/lib/db";
import { parkedForm } from "@/lib/draft/draft-rules";
import type { KeptValues } from "@/lib/result";

const mostCharacters = 200_000;

/**
 * Keeps a form that was sent after its author's session had ended, for them to find when they sign in again: the
 * newest of each form. Who sends it is not signed in, so it changes no draft. False: it was not kept.
 */
export async function parkForm({ accountId, form }: Keeper, sent: KeptValues): Promise<boolean> {
  const { keeper: _keeper, intent: _intent, ...kept } = sent;
  const input = JSON.stringify(kept);
  if (input.length > mostCharacters) return false;
  const parked = await db.$executeRaw`
    insert into drafts as d (account_id, form, input, updated_at)
    select a.id, ${parkedForm(form)}, ${input}::jsonb, app_now()
    from accounts a where a.id = ${accountId} and a.disabled_at is null
    on conflict (account_id, form) do update
      set input = excluded.input, updated_at = excluded.updated_at, version = d.version + 1`;
  return parked > 0;
}
