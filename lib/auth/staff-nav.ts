import { type GuardedPage, pages } from "./endpoints";
import { can } from "./policy";
import { isHeldUp, type Viewer } from "./viewer";

type StaffPage = { key: string; label: string; href: GuardedPage };

/** The pages of the staff area in their order; those without a parameter in their address. */
const staffPages: readonly StaffPage[] = [
  { key: "tasks", label: "我的任务", href: "/staff" },
  { key: "rounds", label: "月调度", href: "/staff/rounds" },
  { key: "register", label: "登记", href: "/staff/register" },
  { key: "import", label: "导入", href: "/staff/import" },
  { key: "export", label: "导出", href: "/staff/export" },
  { key: "review", label: "审核", href: "/staff/review" },
  { key: "handover", label: "交接", href: "/staff/handover" },
  { key: "accounts", label: "账号", href: "/staff/accounts" },
  { key: "audit", label: "审计", href: "/staff/audit" },
  { key: "account", label: "我的账号", href: "/staff/account" },
];

/** What the viewer may open: nothing but the own account, while that has to be put in order. */
export function staffNav(viewer: Viewer): readonly StaffPage[] {
  return staffPages.filter(
    ({ href }) => can(viewer.role, pages[href]) && (!isHeldUp(viewer) || href === "/staff/account"),
  );
}
