import "server-only";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { discardDraft, writeForm } from "@/lib/draft/draft-commands";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { visibleTo } from "@/lib/project/project-access-sql";
import { DomainError, type KeptValues } from "@/lib/result";
import { statusCheckForm } from "@/lib/status-check/status-check-rules";
import { isOfCheckEnvelope } from "@/lib/status-check/status-check-schema";
import { Prisma } from "@/prisma/generated/client";

/** Stores what was typed into the form of a status check; it is checked only when it is handed in. */
export async function writeStatusCheck(viewer: Viewer, sent: KeptValues): Promise<WrittenForm> {
  requirePermission(viewer, "status-check:write");
  const code = codeOf(sent);
  return writeForm(viewer, sent, {
    form: statusCheckForm(code),
    mayKeep: Prisma.sql`exists (select from projects p where p.code = ${code} and ${visibleTo(viewer)})`,
    isLeftOut: isOfCheckEnvelope,
    check: async () => ({}),
  });
}

/** Throws away what was typed into it. */
export async function discardStatusCheck(viewer: Viewer, sent: KeptValues): Promise<void> {
  requirePermission(viewer, "status-check:write");
  await discardDraft(viewer, statusCheckForm(codeOf(sent)));
}

function codeOf({ code }: KeptValues): string {
  if (typeof code === "string") return code;
  throw new DomainError("页面已过期，请从“我的任务”再打开核实页。");
}
