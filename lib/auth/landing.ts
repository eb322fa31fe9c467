import { paths } from "@/lib/paths";
import type { Role } from "./policy";

/** Where somebody goes who signed in without wanting a certain page. */
export const landing = {
  official: paths.dashboard(),
  staff: paths.staff(),
  reviewer: paths.staff(),
  admin: paths.staffAccounts(),
  security: paths.staffAccounts(),
  auditor: paths.staffAudit(),
} as const satisfies Record<Role, string>;
