import { getViewer } from "@/lib/auth/current-viewer";
import { routes } from "@/lib/auth/endpoints";
import { openKeeper } from "@/lib/auth/form-keeper";
import { recordRefusal } from "@/lib/auth/refusal-record";
import {
  Forbidden,
  NotSignedIn,
  PasswordChangeDue,
  requirePermission,
  SecondFactorDue,
  type Viewer,
} from "@/lib/auth/viewer";
import type { WrittenForm } from "@/lib/draft/draft-rules";
import { answerWithProblem } from "@/lib/http/answer-with-problem";
import { problemJson } from "@/lib/http/problem-json";
import { discardReport } from "@/lib/progress/report-discarding-commands";
import { targetOf, writeReport } from "@/lib/progress/report-writing-commands";
import { discardProposal, writeProposal } from "@/lib/register-change/proposal-writing-commands";
import { formSubjects } from "@/lib/register-change/register-form-rules";
import { DomainError, type KeptValues, keptValues } from "@/lib/result";
import { discardGrid, writeGrid } from "@/lib/round/grid-commands";
import { discardStatusCheck, writeStatusCheck } from "@/lib/status-check/check-writing-commands";
import { otherAccountText, sessionEndedText } from "@/lib/text/account-text";
import { formTooOldText } from "@/lib/text/draft-text";

const name = "POST /api/drafts";
const headers = { "cache-control": "no-store" };

type Writer = {
  write: (viewer: Viewer, sent: KeptValues) => Promise<WrittenForm>;
  discard: (viewer: Viewer, sent: KeptValues) => Promise<void>;
};

const ofReport: Writer = {
  write: writeReport,
  discard: (viewer, sent) => discardReport(viewer, targetOf(sent)),
};

const ofRegister: Writer = { write: writeProposal, discard: discardProposal };

/** Who stores what was typed into a form, by the first part of its name. */
const writers: Readonly<Record<string, Writer>> = {
  report: ofReport,
  correction: ofReport,
  "status-check": { write: writeStatusCheck, discard: discardStatusCheck },
  grid: { write: writeGrid, discard: discardGrid },
  ...Object.fromEntries(formSubjects.map((subject) => [subject, ofRegister])),
};

/**
 * What a form with JavaScript sends while somebody types. Its address stays when the site is built anew, which that
 * of a server action does not, and a browser can give up waiting for it.
 */
export function POST(request: Request): Promise<Response> {
  return answerWithProblem(async () => {
    const viewer = await getViewer();
    try {
      requirePermission(viewer, routes[name]);
      const form = await request.formData().catch(() => new FormData());
      return await write(viewer, keptValues(form));
    } catch (error) {
      if (error instanceof Forbidden) await recordRefusal(viewer, name, error);
      return refusalOf(error);
    }
  });
}

async function write(viewer: Viewer, sent: KeptValues): Promise<Response> {
  const keeper = await openKeeper(sent.keeper);
  const writer = writers[keeper?.form.split(":")[0] ?? ""];
  if (!keeper || !writer) throw new DomainError(formTooOldText);
  if (keeper.accountId !== viewer.accountId) {
    return problemJson({ status: 409, title: "另一个账号的页面", detail: otherAccountText }, headers);
  }
  if (sent.intent !== "discard") return Response.json(await writer.write(viewer, sent), { headers });
  await writer.discard(viewer, sent);
  return new Response(null, { status: 204, headers });
}

function refusalOf(error: unknown): Response {
  if (error instanceof NotSignedIn) {
    return problemJson({ status: 401, title: "登录已结束", detail: sessionEndedText }, headers);
  }
  if ([Forbidden, PasswordChangeDue, SecondFactorDue].some((kind) => error instanceof kind)) {
    return problemJson({ status: 403, title: "没有权限", detail: "这个账号不能保存这一页。" }, headers);
  }
  if (error instanceof DomainError) {
    return problemJson({ status: 422, title: "没有保存", detail: error.message }, headers);
  }
  throw error;
}
