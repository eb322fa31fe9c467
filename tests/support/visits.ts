import type { pages } from "@/lib/auth/endpoints";

/** Where a page of the inventory can be looked at. */
export type Visit = {
  path: string;
  site: "facts" | "demo";
  /** An account of the demo; left out where nobody is signed in. */
  as?: string;
};

const open = (path: string): Visit => ({ path, site: "facts" });
const demo = (path: string, as?: string): Visit => ({ path, site: "demo", as });

/** Every page in every state that looks different; a page without a visit does not compile. */
export const visits = {
  "/[lang]": [open("/"), demo("/")],
  "/[lang]/about": [open("/about")],
  "/[lang]/agreements": [open("/agreements")],
  "/[lang]/agreements/[code]": [open("/agreements/A2015-02")],
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
  "/dashboard": [open("/dashboard"), demo("/dashboard", "lingdao")],
  "/sign-in": [open("/sign-in")],
  "/staff/account": [demo("/staff/account", "zhuanyuan")],
} as const satisfies Record<keyof typeof pages, readonly Visit[]>;
