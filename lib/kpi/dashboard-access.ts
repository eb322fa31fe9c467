import { can, type Permission } from "@/lib/auth/policy";
import { isHeldUp, type Viewer } from "@/lib/auth/viewer";

/** What this viewer may see and do from the dashboard; the pages and actions behind it check again. */
export function dashboardAccess(viewer: Viewer | null) {
  const may = (permission: Permission) =>
    viewer !== null && !isHeldUp(viewer) && can(viewer.role, permission);
  return {
    isSignedIn: viewer !== null,
    canSeeInternal: may("dashboard:internal"),
    canAssign: may("project:assign"),
    canVerify: may("status-check:write"),
  };
}
