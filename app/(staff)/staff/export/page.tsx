import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { ExportFilters } from "@/components/project/export-filters";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { exportParameters, parseProjectQuery } from "@/lib/project/project-query";
import { getRegisterSummary } from "@/lib/project/register-summary-queries";

export const metadata: Metadata = { title: "导出" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExportPage({ searchParams }: Props) {
  const viewer = await requirePageViewer("/staff/export", paths.staffExport());
  const said = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((text): [string, string] => [name, text]),
  );
  const { query } = parseProjectQuery(new URLSearchParams(said), exportParameters);
  return (
    <StaffFrame viewer={viewer} path={paths.staffExport()} current="export">
      <div className="stack">
        <h1>导出项目台账</h1>
        <p className="soft">
          按条件导出 Excel，含资金、问题和责任人等内部内容。条件和公开台账的筛选一样；不选，就是全部项目。
        </p>
        <ExportFilters query={query} summary={await getRegisterSummary()} />
      </div>
    </StaffFrame>
  );
}
