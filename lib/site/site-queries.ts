import "server-only";
import { db } from "@/lib/db";
import type { IsoDate } from "@/lib/format/date-range";
import { cachedRead } from "@/lib/page-cache/cached-read";

/** What the frame of every page says. */
export type SiteStatus = {
  /** The data are made up. */
  isDemo: boolean;
  /** Day of the newest source, published report or status check; null: none. */
  latestSourceOn: IsoDate | null;
};

/** Read once per change of the register. */
export function getSiteStatus(): Promise<SiteStatus> {
  return cachedRead({ key: "site-status", tags: ["register"] }, readSiteStatus);
}

async function readSiteStatus(): Promise<SiteStatus> {
  const [row] = await db.$queryRaw<[SiteStatus]>`
    select coalesce((select kind = 'demo' from dataset), false) as "isDemo",
      greatest(
        (select max(published_on) from source_documents), (select max(reported_on) from projects))::text as "latestSourceOn"`;
  return row;
}

/** Addresses of the pages about one thing, for the sitemap; the register's projects end at 40,000. */
export async function listPageKeys(): Promise<PageKeys> {
  const [row] = await db.$queryRaw<[{ keys: PageKeys }]>`
    select json_build_object(
      'projects', (
        select coalesce(json_agg(json_build_object('key', p.code, 'changedOn', greatest(p.sourced_on, p.reported_on))), '[]')
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

export type PageKeys = {
  projects: { key: string; changedOn: IsoDate }[];
  agreements: string[];
  enterprises: string[];
  sources: string[];
};
