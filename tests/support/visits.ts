import type { pages } from "@/lib/auth/endpoints";

/** Where a page of the inventory can be looked at. */
export type Visit = {
  path: string;
  site: "facts" | "demo";
  /** An account of the demo; left out where nobody is signed in. */
  as?: string;
  /** The name of the first link to follow from there, to what has a number of its own. */
  follow?: RegExp;
};

const open = (path: string): Visit => ({ path, site: "facts" });
const demo = (path: string, as?: string, follow?: RegExp): Visit => ({ path, site: "demo", as, follow });

/** Every page in every state that looks different; a page that is not named does not compile. */
export const visits = {
  "/[lang]": [open("/"), demo("/")],
  "/[lang]/about": [open("/about")],
  "/[lang]/agreements": [open("/agreements")],
  "/[lang]/agreements/[code]": [open("/agreements/A2015-02")],
  "/[lang]/dashboard/[day]": [open("/dashboard"), open("/dashboard?asOf=2015-02-30")],
  "/[lang]/enterprises": [open("/enterprises")],
  "/[lang]/enterprises/[slug]": [open("/enterprises/zte")],
  "/[lang]/projects/[code]": [open("/projects/P2015-05"), demo("/projects/P2015-05")],
  "/[lang]/register/[key]": [
    open("/projects"),
    open("/projects?stage=built&q=nothing-like-it"),
    demo("/projects"),
  ],
  "/[lang]/sources": [open("/sources")],
  "/[lang]/sources/[slug]": [open("/sources/report-2015-08-10")],
  "/dashboard": [demo("/dashboard", "lingdao")],
  "/problems": [
    demo("/problems", "lingdao"),
    demo("/problems?state=all&project=P2015-05", "zhuanyuan"),
    demo("/problems?category=land&department=no-such", "shenhe"),
  ],
  "/sign-in": [open("/sign-in")],
  "/staff": [demo("/staff", "zhuanyuan"), demo("/staff", "shenhe")],
  "/staff/account": [demo("/staff/account", "zhuanyuan")],
  "/staff/accounts": [demo("/staff/accounts", "guanli"), demo("/staff/accounts", "anquan")],
  "/staff/audit": [
    demo("/staff/audit", "shenji"),
    demo("/staff/audit?person=nobody-like-it&from=2015-02-30", "shenji"),
  ],
  "/staff/handover": [
    demo("/staff/handover", "shenhe"),
    demo("/staff/handover?from=zhuanyuan&to=nobody", "shenhe"),
  ],
  "/staff/projects/[code]": [
    demo("/staff/projects/P2015-05", "zhuanyuan"),
    demo("/staff/projects/P2015-12", "shenhe"),
  ],
  "/staff/export": [demo("/staff/export", "lingdao")],
  "/staff/import": [demo("/staff/import", "zhuanyuan"), demo("/staff/import?problem=nothing", "zhuanyuan")],
  // The journey of a workbook looks at these on its way.
  "/staff/import/[id]": [],
  "/staff/review/import/[id]": [],
  "/staff/projects/[code]/assign": [demo("/staff/projects/P2015-12/assign", "shenhe")],
  "/staff/projects/[code]/report": [demo("/staff/projects/P2015-05/report", "zhuanyuan")],
  "/staff/projects/[code]/report/attachments": [
    demo("/staff/projects/P2015-05/report/attachments?problem=heic", "zhuanyuan"),
  ],
  // The journey of a report looks at these two on its way.
  "/staff/projects/[code]/report/check": [],
  "/staff/projects/[code]/report/done/[id]": [],
  "/staff/projects/[code]/report/correct/[id]": [],
  "/staff/projects/[code]/verify": [demo("/staff/projects/P2015-12/verify", "zhuanyuan")],
  "/staff/register": [
    demo("/staff/register?subject=agreement", "zhuanyuan"),
    demo("/staff/register?subject=organization&q=nothing-like-it", "shenhe"),
  ],
  "/staff/register/[subject]/[key]": [
    demo("/staff/register/agreement/new", "zhuanyuan"),
    demo("/staff/register/organization/zte", "zhuanyuan"),
  ],
  // The journey of a registration looks at these two on its way.
  "/staff/register/[subject]/[key]/check": [],
  "/staff/register/done/[id]": [],
  "/staff/review": [demo("/staff/review", "shenhe")],
  "/staff/review/[kind]/[id]": [demo("/staff/review", "shenhe", /^(审核|查看)/)],
  "/staff/rounds": [demo("/staff/rounds", "zhuanyuan"), demo("/staff/rounds", "shenhe")],
  "/staff/rounds/[period]": [
    demo("/staff/rounds/2017-06", "shenhe"),
    demo("/staff/rounds/2017-05", "shenhe"),
  ],
  "/staff/rounds/[period]/grid": [
    demo("/staff/rounds/2017-06/grid", "zhuanyuan"),
    demo("/staff/rounds/2017-05/grid", "zhuanyuan"),
  ],
  // The journey of a round looks at these three on its way, filled in.
  "/staff/rounds/[period]/grid/check": [demo("/staff/rounds/2016-08/grid/check", "zhuanyuan")],
  "/staff/rounds/[period]/grid/done": [demo("/staff/rounds/2016-08/grid/done", "zhuanyuan")],
  "/staff/rounds/[period]/publish/check": [demo("/staff/rounds/2017-06/publish/check", "shenhe")],
  "/staff/rounds/[period]/publish": [demo("/staff/rounds/2017-06/publish", "shenhe")],
} as const satisfies Record<keyof typeof pages, readonly Visit[]>;
