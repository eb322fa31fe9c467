import "server-only";
import { requireUnit } from "@/lib/assignment/assignment-commands";
import { record, type Transaction } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { type EditorialState, takeStep } from "@/lib/project/editorial-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import { type StandingRow, standingColumns, standingOf } from "@/lib/project/standing-sql";
import { mendableBy } from "@/lib/project/succession-sql";
import { DomainError, refuseAny } from "@/lib/result";
import { checkRefusals, statusCheckForm } from "@/lib/status-check/status-check-rules";
import type { CheckInput } from "@/lib/status-check/status-check-schema";
import { editorialText } from "@/lib/text/editorial-text";

export type CheckSubmission = {
  code: string;
  /** Made with the form: the same one twice makes one check. */
  requestId: string;
  check: CheckInput;
  /** The returned check that is handed in again; null: a new one. */
  returned: { id: number; version: number } | null;
  /** The version of the author's draft that it was made of, which it uses up; without one it leaves their draft alone. */
  draftVersion?: number;
};

export type SubmittedCheck = { id: number; code: string };

/** Hands in what was found out about a project, new or after it was returned. Sent twice, it is handed in once. */
export async function submitStatusCheck(
  viewer: Viewer,
  submission: CheckSubmission,
): Promise<SubmittedCheck> {
  requirePermission(viewer, "status-check:write");
  const { code, check, returned } = submission;
  return db.$transaction(async (tx) => {
    const project = await loadProject(tx, viewer, code);
    // Locked first, so that of two equal sendings the second finds what the first wrote.
    if (returned) await tx.$executeRaw`select from status_checks where id = ${returned.id} for update`;
    const sent = await findSent(tx, viewer, submission);
    if (sent) return { id: sent.id, code };
    refuseAny(checkRefusals(check, standingOf(project), project.today));
    const unitId = check.unit === null ? null : await requireUnit(tx, check.unit);
    const row = { ...submission, projectId: project.id, unitId, authorId: viewer.accountId };
    const id = returned ? await rewrite(tx, viewer, { ...row, ...returned }) : await insert(tx, row);
    if (id === null) {
      const first = await findSent(tx, viewer, submission);
      if (first) return { id: first.id, code };
      throw await otherCheckOpen(tx, project.id);
    }
    await dropDraft(tx, viewer, submission);
    await record(tx, {
      actor: viewer,
      action: returned ? "status-check.resubmitted" : "status-check.submitted",
      subject: code,
      details: { statusCheck: id, answer: check.answer },
    });
    return { id, code };
  });
}

type Row = CheckSubmission & { projectId: number; authorId: number; unitId: number | null };

async function insert(tx: Transaction, { check, ...row }: Row): Promise<number | null> {
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    insert into status_checks (project_id, author_id, answer, effective_from, effective_to, effective_precision,
      reason, evidence_kind, evidence, unit_id, submitted_at, request_id)
    values (${row.projectId}, ${row.authorId}, ${check.answer}::status_answer, ${check.on.from}::date,
      ${check.on.to}::date, ${check.on.precision}::date_precision, ${check.reason},
      ${check.evidenceKind}::evidence_kind, ${check.evidence}, ${row.unitId}::int, app_now(), ${row.requestId}::uuid)
    on conflict do nothing
    returning id`;
  return written?.id ?? null;
}

async function rewrite(
  tx: Transaction,
  viewer: Viewer,
  row: Row & { id: number; version: number },
): Promise<number> {
  const { id, version, check } = row;
  const [old] = await tx.$queryRaw<{ state: EditorialState; authorId: number; isMendable: boolean }[]>`
    select k.state, k.author_id as "authorId", ${mendableBy(viewer, "k")} as "isMendable"
    from status_checks k where k.id = ${id} and k.project_id = ${row.projectId}`;
  if (!old) throw changedMeanwhile();
  const actorId = String(row.authorId);
  const ids = { authorId: old.isMendable ? actorId : String(old.authorId), actorId };
  const step = takeStep({ state: old.state, step: "submit", ...ids, reason: null });
  if ("refusal" in step) throw new DomainError(step.refusal.message);
  const [written] = await tx.$queryRaw<{ id: number }[]>`
    update status_checks
    set answer = ${check.answer}::status_answer, effective_from = ${check.on.from}::date,
      effective_to = ${check.on.to}::date, effective_precision = ${check.on.precision}::date_precision,
      reason = ${check.reason}, evidence_kind = ${check.evidenceKind}::evidence_kind, evidence = ${check.evidence},
      unit_id = ${row.unitId}::int, submitted_at = app_now(), request_id = ${row.requestId}::uuid,
      state = 'submitted', reviewer_id = null, reviewed_at = null, return_reason = null, return_field = null,
      author_id = ${row.authorId},
      former_author_ids = case when author_id = ${row.authorId} then former_author_ids else former_author_ids || author_id end,
      version = version + 1
    where id = ${id} and version = ${version} and state = 'returned'
    returning id`;
  if (!written) throw changedMeanwhile();
  return written.id;
}

async function dropDraft(tx: Transaction, { accountId }: Viewer, { code, draftVersion }: CheckSubmission) {
  if (draftVersion === undefined) return;
  await tx.draft.deleteMany({ where: { accountId, form: statusCheckForm(code), version: draftVersion } });
}

async function loadProject(
  tx: Transaction,
  viewer: Viewer,
  code: string,
): Promise<StandingRow & { id: number }> {
  const [project] = await tx.$queryRaw<(StandingRow & { id: number })[]>`
    select p.id, ${standingColumns} from projects p where p.code = ${code} and ${visibleTo(viewer)}`;
  if (!project) throw new DomainError("找不到这个项目，或者它由别人负责。请从“我的任务”里选项目。");
  return project;
}

/** The check that these very words became; who goes back, changes the answer and sends it again is told so. */
async function findSent(
  tx: Transaction,
  viewer: Viewer,
  { requestId, code, check }: CheckSubmission,
): Promise<{ id: number } | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    select k.id from status_checks k join projects p on p.id = k.project_id
    where k.request_id = ${requestId}::uuid and k.author_id = ${viewer.accountId} and p.code = ${code}
      and k.answer = ${check.answer}::status_answer and k.effective_to = ${check.on.to}::date
      and k.evidence = ${check.evidence} and k.reason is not distinct from ${check.reason}::text`;
  return row ?? null;
}

async function otherCheckOpen(tx: Transaction, projectId: number): Promise<DomainError> {
  const [row] = await tx.$queryRaw<{ id: number; state: EditorialState; author: string }[]>`
    select k.id, k.state, a.display_name as author
    from status_checks k join accounts a on a.id = k.author_id
    where k.project_id = ${projectId} and k.state in ('submitted', 'returned')`;
  if (!row) return changedMeanwhile();
  return new DomainError(
    `这个项目已有一份${editorialText[row.state]}的核实（编号 ${row.id}，${row.author}）。等它办完再核实，或请填报人修改那一份。`,
  );
}

function changedMeanwhile(): DomainError {
  return new DomainError("这份核实刚刚被改过。请刷新页面，看过现状再办。");
}
