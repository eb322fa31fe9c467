import type { MetadataRoute } from "next";
import { paths } from "@/lib/paths";
import { listPageKeys } from "@/lib/site/site-queries";
import { siteUrl } from "@/lib/site/site-url";

// Read from the database, which a build does not need.
export const dynamic = "force-dynamic";

/** Every public page. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const keys = await listPageKeys();
  const overviews = [
    paths.home(),
    paths.projects(),
    paths.agreements(),
    paths.enterprises(),
    paths.sources(),
    paths.about(),
  ];
  return [
    ...overviews.map(entry),
    ...keys.projects.map(({ code, changedOn }) => ({
      ...entry(paths.project(code)),
      lastModified: changedOn,
    })),
    ...keys.agreements.map((code) => entry(paths.agreement(code))),
    ...keys.enterprises.map((slug) => entry(paths.enterprise(slug))),
    ...keys.sources.map((slug) => entry(paths.source(slug))),
  ];
}

function entry(path: string): MetadataRoute.Sitemap[number] {
  return { url: siteUrl(path) };
}
