import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { writeForm } from "@/lib/draft/draft-commands";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import { DomainError, type KeptValues } from "@/lib/result";
import { statusCheckForm } from "@/lib/status-check/status-check-rules";
import { isOfCheckEnvelope } from "@/lib/status-check/status-check-schema";
import { Prisma } from "@/prisma/generated/client";

/** Stores what was typed into the form of a status check; it is checked only when it is handed in. */
export async function writeStatusCheck(viewer: Viewer, sent: KeptValues): Promise<WrittenForm> {
  requirePermission(viewer, "status-check:write");
  const { code } = sent;
  if (typeof code !== "string") throw new DomainError("页面已过期，请从“我的任务”再打开核实页。");
  return writeForm(viewer, sent, {
    form: statusCheckForm(code),
    mayKeep: Prisma.sql`exists (select from projects p where p.code = ${code} and ${visibleTo(viewer)})`,
    isLeftOut: isOfCheckEnvelope,
    check: async () => ({}),
  });
}
