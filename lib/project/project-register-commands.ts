import "server-only";
import type { Transaction } from "@/lib/audit/audit-record";
import { createOrganization } from "@/lib/organization/organization-register-commands";
import { createPlace } from "@/lib/place/place-register-commands";
import { takeProjectCode } from "@/lib/project/project-code-commands";
import { strangerRefusals } from "@/lib/project/project-reference-queries";
import type { ProjectContent, StageContent } from "@/lib/project/project-register-schema";
import { refreshSearchText } from "@/lib/project/search-text-commands";
import { DomainError } from "@/lib/result";
import { citeChange, type RegisterOrigin } from "@/lib/source/citation-commands";

/** Locks a project before its parts, as the projections do. */
export async function lockProject(tx: Transaction, where: { id: number } | { key: string }): Promise<void> {
  const id = "id" in where ? where.id : null;
  const key = "key" in where ? where.key : null;
  await tx.$executeRaw`select from projects where id = ${id}::int or code = ${key} for no key update`;
}

/** Registers a project under the next code of the year in which it was signed. */
export async function createProject(
  tx: Transaction,
  content: ProjectContent,
  origin: RegisterOrigin,
): Promise<{ id: number; key: string }> {
  const belongings = await requireBelongings(tx, content, origin);
  const [signed] = content.stages;
  if (!signed) throw new Error("a project without its signing passed the rules");
  const code = await takeProjectCode(tx, signed.on.to.slice(0, 4));
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    insert into projects (code, name, short_name, type, summary, agreement_id, agreement_note, place_id,
      planned_investment, agreed_investment, currency, sourced_on, search_text, pinyin, created_at)
    values (${code}, ${content.name}, ${content.shortName}, ${content.type}::project_type, ${content.summary},
      (select id from agreements where code = ${content.agreement}), ${content.agreementNote},
      (select id from places where slug = ${belongings.place}), ${content.plannedInvestment}::bigint,
      ${content.agreedInvestment}::bigint, ${content.currency}, ${origin.evidenceOn}::date, '', '', app_now())
    returning id`;
  if (!row) throw new Error("an insert without a row");
  const project = { id: row.id, key: code };
  await writeInvestors(tx, row.id, belongings.investors);
  await refreshSearchText(tx, { projectId: row.id });
  for (const stage of content.stages) await addStage(tx, row.id, stage, origin);
  await citeChange(tx, {
    subject: "project",
    id: row.id,
    fields: citedFields(emptyProject, content),
    origin,
  });
  return project;
}

export async function amendProject(
  tx: Transaction,
  { id, before, content }: { id: number; before: ProjectContent; content: ProjectContent },
  origin: RegisterOrigin,
): Promise<void> {
  const belongings = await requireBelongings(tx, content, origin);
  if (origin.isUndo) await requireStillThere(tx, content);
  await tx.$executeRaw`
    update projects set name = ${content.name}, short_name = ${content.shortName}, type = ${content.type}::project_type,
      summary = ${content.summary}, agreement_id = (select id from agreements where code = ${content.agreement}),
      agreement_note = ${content.agreementNote}, place_id = (select id from places where slug = ${belongings.place}),
      planned_investment = ${content.plannedInvestment}::bigint,
      agreed_investment = ${content.agreedInvestment}::bigint, currency = ${content.currency}, version = version + 1
    where id = ${id}`;
  if (belongings.investors.join() !== before.investors.join()) {
    await tx.$executeRaw`delete from project_investors where project_id = ${id}`;
    await writeInvestors(tx, id, belongings.investors);
  }
  await refreshSearchText(tx, { projectId: id });
  await (origin.isUndo ? forgetSource(tx, id, origin.changeId) : noteSource(tx, id, origin));
  await citeChange(tx, { subject: "project", id, fields: citedFields(before, content), origin });
}

/** Takes a project that was registered out of every read, with its parts. */
export async function withdrawProject(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`update milestones set withdrawn_at = app_now(), version = version + 1 where project_id = ${id}`;
  await tx.$executeRaw`update commitments set withdrawn_at = app_now(), version = version + 1 where project_id = ${id}`;
  await tx.$executeRaw`update projects set withdrawn_at = app_now(), version = version + 1 where id = ${id}`;
}

/** Publishing is checked by the rules; taking a change back brings older names back. */
async function requireStillThere(tx: Transaction, content: ProjectContent): Promise<void> {
  const gone = await strangerRefusals(tx, content);
  if (gone.length === 0) return;
  throw new DomainError("撤回后要恢复的协议、落户地或企业已不在台账。请先登记它，或者提交一份更正。");
}

type Belongings = { place: string | null; investors: string[] };

/** The place and the enterprises that a content names, those registered that are new. */
async function requireBelongings(
  tx: Transaction,
  { place, newPlace, investors, newInvestors }: ProjectContent,
  origin: RegisterOrigin,
): Promise<Belongings> {
  const slugs = [...investors];
  for (const name of newInvestors) slugs.push(await requireEnterprise(tx, name, origin));
  const ofPlace = newPlace === null ? place : await requirePlace(tx, newPlace, origin);
  return { place: ofPlace, investors: [...new Set(slugs)] };
}

/** Somebody else may have registered it since the content was written. */
async function requireEnterprise(tx: Transaction, name: string, origin: RegisterOrigin): Promise<string> {
  const [known] = await tx.$queryRaw<{ slug: string }[]>`
    select slug from organizations where name = ${name} and kind = 'enterprise' order by id limit 1`;
  if (known) return known.slug;
  const content = { name, shortName: name, kind: "enterprise" as const, description: null, aliases: [] };
  return (await createOrganization(tx, content, origin)).key;
}

async function requirePlace(tx: Transaction, name: string, origin: RegisterOrigin): Promise<string> {
  const [known] = await tx.$queryRaw<{ slug: string }[]>`
    select slug from places where name = ${name} order by id limit 1`;
  return known ? known.slug : (await createPlace(tx, { name }, origin)).key;
}

async function writeInvestors(tx: Transaction, id: number, slugs: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into project_investors (project_id, organization_id, ordinal)
    select ${id}, o.id, u.n from unnest(${slugs}::text[]) with ordinality as u(slug, n)
    join organizations o on o.slug = u.slug`;
}

async function addStage(
  tx: Transaction,
  projectId: number,
  { stage, on, evidence, reason }: StageContent,
  origin: RegisterOrigin,
): Promise<void> {
  const [event] = await tx.$queryRaw<{ id: number }[]>`
    insert into stage_events (project_id, stage, effective_from, effective_to, effective_precision, recorded_at,
      evidence, reason, register_change_id)
    values (${projectId}, ${stage}::stage, ${on.from}::date, ${on.to}::date, ${on.precision}::date_precision, app_now(),
      ${evidence}, ${reason}, ${origin.changeId})
    returning id`;
  await citeChange(tx, { subject: "stageEvent", id: event?.id ?? 0, fields: ["stage"], origin });
}

/** What a change rests on is a source like any other: the newest day counts. */
async function noteSource(tx: Transaction, id: number, { evidenceOn }: RegisterOrigin): Promise<void> {
  await tx.$executeRaw`
    update projects set sourced_on = greatest(sourced_on, ${evidenceOn}::date) where id = ${id}`;
}

async function forgetSource(tx: Transaction, id: number, changeId: number): Promise<void> {
  await tx.$executeRaw`
    update projects p set sourced_on = coalesce(greatest(
      (select max(d.published_on) from citations x join source_documents d on d.id = x.source_document_id
        where x.project_id = p.id),
      (select max(g.evidence_on) from register_changes g
        where g.project_id = p.id and g.subject = 'project' and g.state = 'published' and g.id <> ${changeId})), sourced_on)
    where p.id = ${id}`;
}

/** Content field → the field of the public API that it gives. */
const citedAs = {
  name: "name",
  shortName: "shortName",
  type: "type",
  summary: "summary",
  agreement: "agreement",
  agreementNote: "agreement",
  place: "place",
  newPlace: "place",
  investors: "enterprises",
  newInvestors: "enterprises",
  plannedInvestment: "plannedInvestment",
  agreedInvestment: "agreedInvestment",
} as const satisfies Partial<Record<keyof ProjectContent, string>>;

const emptyProject = { agreement: null, investors: [], newInvestors: [] };

/** The fields of the public API to which a content gives another value. */
function citedFields(before: Partial<ProjectContent>, after: ProjectContent): string[] {
  const value = (content: Partial<ProjectContent>, field: keyof typeof citedAs) =>
    JSON.stringify(content[field] ?? null);
  const changed = Object.entries(citedAs).filter(([field]) => {
    const own = field as keyof typeof citedAs;
    return value(before, own) !== value(after, own);
  });
  return [...new Set(changed.map(([, cited]) => cited))];
}
