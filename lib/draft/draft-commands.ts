import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { findDraft } from "@/lib/draft/draft-queries";
import {
  draftInput,
  fieldDifferences,
  parkedForm,
  type StoredDraft,
  type WrittenForm,
  windowFields,
} from "@/lib/draft/draft-rules";
import { rowNumberSchema } from "@/lib/format/row-number-schema";
import { DomainError, type KeptValues } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";

export type DraftInput = {
  /** Which form, such as `report:P2015-05`. */
  form: string;
  input: KeptValues;
  /** The version that the page was opened with; null: there was none. */
  version: number | null;
};

/** The draft was changed elsewhere meanwhile; carries what is stored, so that its author can choose. */
export class DraftConflict extends DomainError {
  constructor(readonly stored: StoredDraft) {
    super("这份草稿在别的窗口改过。下面列出两边不同的地方，逐项选一个，再保存。");
  }
}

export type SavedDraft = { version: number; savedAt: Date };

/**
 * Keeps what was typed, exactly as typed. Refuses to overwrite a draft that the author has not seen; `mayKeep` is the
 * SQL condition under which a draft of this form is theirs to write.
 */
export async function saveDraft(
  viewer: Viewer,
  { form, input, version }: DraftInput,
  mayKeep: Prisma.Sql = Prisma.sql`true`,
): Promise<SavedDraft> {
  requirePermission(viewer, "draft:keep");
  const [saved] = await db.$queryRaw<SavedDraft[]>`
    insert into drafts as d (account_id, form, input, updated_at)
    select ${viewer.accountId}::int, ${form}, ${JSON.stringify(input)}::jsonb, app_now() where ${mayKeep}
    on conflict (account_id, form) do update
      set input = excluded.input, updated_at = excluded.updated_at, version = d.version + 1
      where d.version = ${version}::int or ${isLaterTurn}
    returning version, updated_at as "savedAt"`;
  if (saved) return saved;
  const stored = await findDraft(viewer, form);
  if (stored) throw new DraftConflict(stored);
  throw new DomainError("找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。");
}

// An open form may save again before it has heard of its last saving, whose answer may be lost. One that counts its
// savings is not overtaken by an older one that arrives late.
const isLaterTurn = Prisma.sql`(d.input ->> 'formId' = excluded.input ->> 'formId' and coalesce(
  substring(d.input ->> 'turn' from '^\\d{1,9}$')::int < substring(excluded.input ->> 'turn' from '^\\d{1,9}$')::int,
  true))`;

/** Throws the draft away, with what waited to be added to it; nothing happens where there is none. */
export async function discardDraft(viewer: Viewer, form: string): Promise<void> {
  requirePermission(viewer, "draft:keep");
  await db.draft.deleteMany({
    where: { accountId: viewer.accountId, form: { in: [form, parkedForm(form)] } },
  });
}

/** Takes what was used out of a draft, and the draft away when nothing is left; what was changed meanwhile stays. */
export async function forgetFields(viewer: Viewer, form: string, used: KeptValues): Promise<void> {
  requirePermission(viewer, "draft:keep");
  if (Object.keys(used).length === 0) return;
  await db.$executeRaw`
    update drafts set version = version + 1, input = (
      select coalesce(jsonb_object_agg(name, value), '{}') from jsonb_each(input) as kept (name, value)
      where value is distinct from ${JSON.stringify(used)}::jsonb -> name)
    where account_id = ${viewer.accountId} and form = ${form}`;
  await db.$executeRaw`
    delete from drafts where account_id = ${viewer.accountId} and form = ${form}
      and not exists (select from jsonb_object_keys(input) name where name <> all(${windowFields}::text[]))`;
}

type Writing = {
  form: string;
  mayKeep?: Prisma.Sql;
  /** Inputs that the draft need not keep. */
  isLeftOut?: (name: string) => boolean;
  /** What is wrong with it, by field; asked only when its author wants it checked. */
  check: (values: KeptValues) => Promise<Record<string, string>>;
};

/** Stores what was typed; when the author wants it checked, says what is wrong. The draft stays in any case. */
export async function writeForm(
  viewer: Viewer,
  sent: KeptValues,
  { form, mayKeep, isLeftOut, check }: Writing,
): Promise<WrittenForm> {
  const version = rowNumberSchema.safeParse(sent.draftVersion).data || null;
  const values = draftInput(sent, isLeftOut);
  const written = { values, errors: {}, differences: [], isChecked: false, isReady: false };
  try {
    const saved = await saveSame(viewer, { form, input: values, version }, mayKeep);
    const parkedVersion = await dropParked(viewer, form, sent);
    const kept = { ...written, parkedVersion, draftVersion: saved.version };
    const shown = { ...kept, savedAt: saved.savedAt.toISOString() };
    if (sent.intent !== "check") return shown;
    const errors = await check(values);
    return { ...shown, errors, isChecked: true, isReady: Object.keys(errors).length === 0 };
  } catch (error) {
    if (!(error instanceof DraftConflict)) throw error;
    const differences = fieldDifferences(values, error.stored.input);
    const parkedVersion = parkedVersionOf(sent);
    return { ...written, parkedVersion, draftVersion: error.stored.version, savedAt: null, differences };
  }
}

/** Saves; it is no conflict where another window has stored the same, or this one has stored more already. */
async function saveSame(viewer: Viewer, draft: DraftInput, mayKeep?: Prisma.Sql): Promise<SavedDraft> {
  try {
    return await saveDraft(viewer, draft, mayKeep);
  } catch (error) {
    if (!(error instanceof DraftConflict)) throw error;
    const { input, version, savedAt } = error.stored;
    const isOvertaken = draft.input.formId !== undefined && draft.input.formId === input.formId;
    if (isOvertaken) return { version, savedAt: new Date(savedAt) };
    if (fieldDifferences(draft.input, input).length > 0) throw error;
    return saveDraft(viewer, { ...draft, version }, mayKeep);
  }
}

const parkedVersionOf = (sent: KeptValues) => rowNumberSchema.safeParse(sent.parkedVersion).data || null;

/** What waited is in the draft now, as far as the author took it: what they have not seen stays. */
async function dropParked(viewer: Viewer, form: string, sent: KeptValues): Promise<null> {
  const version = parkedVersionOf(sent);
  if (version === null) return null;
  await db.draft.deleteMany({ where: { accountId: viewer.accountId, form: parkedForm(form), version } });
  return null;
}
