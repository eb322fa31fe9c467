import { paths } from "@/lib/paths";
import type { NavItem } from "./masthead";

/** The pages that everyone may open; only those that exist. */
export const publicNav = [
  { key: "dashboard", label: "总览", href: paths.dashboard() },
  { key: "projects", label: "项目台账", href: paths.projects() },
  { key: "agreements", label: "协议", href: paths.agreements() },
  { key: "enterprises", label: "企业", href: paths.enterprises() },
  { key: "sources", label: "数据来源", href: paths.sources() },
  { key: "about", label: "关于", href: paths.about() },
] as const satisfies readonly NavItem[];

export type PublicNavKey = (typeof publicNav)[number]["key"];
