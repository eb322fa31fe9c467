import { hashSource } from "./content-security-policy.mjs";

/** A page that needs neither the database nor the framework. All texts are Chinese and ours: nothing is escaped. */
type StaticPage = { status: number; title: string; lead: string; wayOn: { href: string; label: string } };

const style = `
body{margin:0;font:1rem/1.7 "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;background:#fff;color:#1a1a1a}
main{max-width:36rem;margin:15vh auto 0;padding:0 1.25rem}
h1{font-size:1.6rem;line-height:1.3;margin:0 0 1rem}
a{color:#0b4f8a}
small{color:#595959}
@media(prefers-color-scheme:dark){body{background:#141414;color:#ececec}a{color:#8cc4f5}small{color:#a8a8a8}}
`;

const policy = `default-src 'none'; style-src ${hashSource(style)}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

/** `reference` lets the operator find the request in the log. */
export function staticPage(
  page: StaticPage,
  reference: string,
  headers: Record<string, string> = {},
): Response {
  const html = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${page.title}</title><style>${style}</style></head>
<body><main><h1>${page.title}</h1><p>${page.lead}</p><p><a href="${page.wayOn.href}">${page.wayOn.label}</a></p><p><small>编号 ${reference}</small></p></main></body>
</html>
`;
  return new Response(html, {
    status: page.status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": policy,
      ...headers,
    },
  });
}
