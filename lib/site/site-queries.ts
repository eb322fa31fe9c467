import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";

/** What the frame of every page says. */
export type SiteStatus = {
  /** The data are made up. */
  isDemo: boolean;
  /** Newest day of a source document, or of what a registration rests on; null: there is none. */
  sourcedOn: IsoDate | null;
  /** Newest day of a published report or status check; null: there is none. */
  reportedOn: IsoDate | null;
};

/** Read once per change of the register. */
export function getSiteStatus(): Promise<SiteStatus> {
  return cachedRead({ key: "site-status", tags: ["register"] }, readSiteStatus);
}

async function readSiteStatus(): Promise<SiteStatus> {
  const [row] = await db.$queryRaw<[SiteStatus]>`
    select coalesce((select kind = 'demo' from dataset), false) as "isDemo",
      s.day::text as "sourcedOn", r.day::text as "reportedOn"
    from (
      select greatest((select max(published_on) from source_documents), max(sourced_on)) as day from projects) s,
      (select max(reported_on) as day from projects) r`;
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
