import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { visibleTo } from "@/lib/project/project-access-sql";
import { DomainError, type KeptValues } from "@/lib/result";

export type DraftInput = {
  code: string;
  input: KeptValues;
  /** The version that the page was opened with; null: there was none. */
  version: number | null;
};

/** The draft was changed elsewhere meanwhile; carries what is stored, so that its author can choose. */
export class DraftConflict extends DomainError {
  constructor(readonly stored: { input: KeptValues; version: number }) {
    super("这份草稿在别的窗口改过。下面列出两边不同的地方，逐项选一个，再保存。");
  }
}

export type SavedDraft = { version: number; savedAt: Date };

/** Keeps what was typed, exactly as typed. Refuses to overwrite a draft that the author has not seen. */
export async function saveReportDraft(viewer: Viewer, draft: DraftInput): Promise<SavedDraft> {
  requirePermission(viewer, "report:write");
  const { code, version } = draft;
  const input = JSON.stringify(draft.input);
  const [saved] = await db.$queryRaw<SavedDraft[]>`
    insert into drafts as d (account_id, project_id, kind, input, updated_at)
    select ${viewer.accountId}, p.id, 'report', ${input}::jsonb, app_now()
    from projects p where p.code = ${code} and ${visibleTo(viewer)}
    on conflict (account_id, project_id, kind) do update
      set input = excluded.input, updated_at = excluded.updated_at, version = d.version + 1
      -- The same open form may overtake its own answer: it saves again before it has heard the new version.
      where d.version = ${version}::int or d.input ->> 'formId' = excluded.input ->> 'formId'
    returning version, updated_at as "savedAt"`;
  if (saved) return saved;
  const stored = await findReportDraft(viewer, code);
  if (stored) throw new DraftConflict(stored);
  throw new DomainError("找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。");
}

/** Throws the draft away; nothing happens where there is none. */
export async function discardReportDraft(viewer: Viewer, code: string): Promise<void> {
  requirePermission(viewer, "report:write");
  await db.$executeRaw`
    delete from drafts d using projects p
    where p.id = d.project_id and p.code = ${code} and d.kind = 'report' and d.account_id = ${viewer.accountId}`;
}

type StoredDraft = { input: KeptValues; version: number; savedAt: Date };

async function findReportDraft(viewer: Viewer, code: string): Promise<StoredDraft | null> {
  const [draft] = await db.$queryRaw<StoredDraft[]>`
    select d.input, d.version, d.updated_at as "savedAt"
    from drafts d join projects p on p.id = d.project_id
    where p.code = ${code} and d.kind = 'report' and d.account_id = ${viewer.accountId} and ${visibleTo(viewer)}`;
  return draft ?? null;
}
