import type { MetadataRoute } from "next";
import { paths } from "@/lib/paths";
import { siteUrl } from "@/lib/site/site-url";

// The site's own address is known when it runs, not when it is built.
export const dynamic = "force-dynamic";

export default function robots(): MetadataRoute.Robots {
  return {
    rules: { userAgent: "*", allow: "/", disallow: [paths.staff(), paths.signIn()] },
    sitemap: siteUrl(paths.sitemap()),
  };
}
