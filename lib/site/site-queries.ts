import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";

/** How old the knowledge of the whole register is; null: there is none of that kind. */
export type NewestKnowledge = { sourcedOn: IsoDate | null; reportedOn: IsoDate | null };

/** Newest day of a source document, and of a published report or status check. Read once per change. */
export function getNewestKnowledge(): Promise<NewestKnowledge> {
  return cachedRead({ key: "newest-knowledge", tags: ["register"] }, readNewestKnowledge);
}

async function readNewestKnowledge(): Promise<NewestKnowledge> {
  const [row] = await db.$queryRaw<[NewestKnowledge]>`
    select (select max(published_on) from source_documents)::text as "sourcedOn",
      (select max(reported_on) from projects)::text as "reportedOn"`;
  return row;
}

/** Codes and slugs that have a page of their own, each kind up to what one sitemap holds in all (50,000). */
export type PageKeys = {
  projects: { code: string; changedOn: IsoDate }[];
  agreements: string[];
  enterprises: string[];
  sources: string[];
};

/** For the sitemap. Read once per change. */
export function listPageKeys(): Promise<PageKeys> {
  return cachedRead({ key: "page-keys", tags: ["register"] }, readPageKeys);
}

async function readPageKeys(): Promise<PageKeys> {
  const [row] = await db.$queryRaw<[{ keys: PageKeys }]>`
    select json_build_object(
      'projects', (
        select coalesce(json_agg(json_build_object('code', p.code, 'changedOn', greatest(p.sourced_on, p.reported_on))), '[]')
        from (select * from projects order by code limit 40000) p),
      'agreements', (
        select coalesce(json_agg(a.code), '[]') from (select code from agreements order by code limit 4000) a),
      'enterprises', (
        select coalesce(json_agg(o.slug), '[]')
        from (select slug from organizations where kind = 'enterprise' order by id limit 4000) o),
      'sources', (
        select coalesce(json_agg(d.slug), '[]') from (select slug from source_documents order by id limit 1000) d)
    ) as keys`;
  return row.keys;
}
