import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ImportList } from "@/components/import/import-list";
import { MonthlyTemplate, RegisterTemplate } from "@/components/import/template-links";
import { UploadForm } from "@/components/import/upload-form";
import { ErrorSummary } from "@/components/ui/error-summary";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { today } from "@/lib/clock";
import { listImports } from "@/lib/import/import-queries";
import { getDueSize } from "@/lib/import/report-sheet-queries";
import { paths } from "@/lib/paths";
import { listStoredRounds } from "@/lib/progress/round-queries";
import { activeRounds, currentRound, newestRound, openMonths } from "@/lib/progress/round-rules";
import { type UploadProblem, uploadProblemText } from "@/lib/text/import-text";

export const metadata: Metadata = { title: "导入" };

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

export default async function ImportPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff/import", paths.staffImport());
  const day = await today();
  const stored = await listStoredRounds(viewer);
  const { period } = newestRound(activeRounds(day, stored)) ?? currentRound(day);
  const [imports, due] = await Promise.all([listImports(viewer), getDueSize(viewer, period)]);
  const { problem } = await searchParams;
  const error = isProblem(problem) ? uploadProblemText[problem] : null;
  return (
    <StaffFrame viewer={viewer} path={paths.staffImport()} current="import">
      <div className="stack">
        <ErrorSummary errors={error ? [{ fieldId: "file", message: error }] : []} />
        <h1>导入</h1>
        <p className="soft">下载表格，填好再上传。上传后先逐行预览，确认了才提交审核。</p>
        <div className="grid two">
          <MonthlyTemplate months={openMonths(day, stored)} current={period} dueCount={due.projects} />
          <RegisterTemplate />
        </div>
        <UploadForm error={error} />
        <ImportList imports={imports} />
      </div>
    </StaffFrame>
  );
}

function isProblem(said: string | string[] | undefined): said is UploadProblem {
  return typeof said === "string" && Object.hasOwn(uploadProblemText, said);
}
