import type { Metadata } from "next";
import { DashboardFrame } from "@/components/kpi/dashboard-frame";
import { PrintLine } from "@/components/layout/print-line";
import { RecordAndDay } from "@/components/layout/record-and-day";
import { DepartmentTable } from "@/components/progress/department-table";
import { NoProblems } from "@/components/progress/no-problems";
import { ProblemFilters } from "@/components/progress/problem-filters";
import { ProblemTable } from "@/components/progress/problem-table";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Note } from "@/components/ui/note";
import { Pager } from "@/components/ui/pager";
import { Panel } from "@/components/ui/panel";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { today } from "@/lib/clock";
import { formatNumber } from "@/lib/format/number";
import { paths } from "@/lib/paths";
import { listProblems } from "@/lib/progress/problem-queries";
import { parseProblemQuery, problemsPath, problemsPerPage } from "@/lib/progress/problem-query";
import { getSiteStatus } from "@/lib/site/site-queries";
import { problemParameterText, problemStateText } from "@/lib/text/problem-text";

export const metadata: Metadata = { title: "问题清单" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** 问题清单, for officials, staff and reviewers. */
export default async function ProblemsPage({ searchParams }: Props) {
  const { query, ignored } = parseProblemQuery(await searchParams);
  const viewer = await requirePageViewer("/problems", problemsPath(query));
  const [list, day, { isDemo, sourcedOn, reportedOn }] = await Promise.all([
    listProblems(viewer, query),
    today(),
    getSiteStatus(),
  ]);
  const record = <RecordAndDay sourcedOn={sourcedOn} reportedOn={reportedOn} day={day} />;
  const pageCount = Math.ceil(list.total / problemsPerPage);
  return (
    <DashboardFrame viewer={viewer} demo={isDemo}>
      <PrintLine>{record}</PrintLine>
      <Breadcrumbs trail={[{ label: "总览", href: paths.dashboard() }]} current="问题清单" />
      <div className="mb-4">
        <h1>问题清单</h1>
        <p className="soft">{record}</p>
      </div>
      <div className="stack">
        {ignored.length > 0 && (
          <Note tone="warn" role="status">
            {`网址里的条件“${ignored.map((name) => problemParameterText[name]).join("、")}”不能识别，没有采用。`}
          </Note>
        )}
        <ProblemFilters query={query} departments={list.departments} />
        {list.departments.length > 0 && !isNarrowed(query) && (
          <Panel id="departments" title="各部门没解决的问题" note="多的在前">
            <DepartmentTable departments={list.departments} today={day} />
          </Panel>
        )}
        <Panel
          id="list"
          title={`${problemStateText[query.state]}的问题，${formatNumber(list.total)} 个`}
          note="以最近一份已发布的填报为准，按需协调部门，久的在前"
        >
          {list.rows.length > 0 ? (
            <ProblemTable problems={list.rows} today={day} />
          ) : (
            <NoProblems isNarrowed={isNarrowed(query)} />
          )}
        </Panel>
        <Pager page={query.page} pageCount={pageCount} href={(page) => problemsPath(query, { page })} />
      </div>
    </DashboardFrame>
  );
}

function isNarrowed({ state, department, category, project }: ReturnType<typeof parseProblemQuery>["query"]) {
  return state !== "open" || department !== null || category !== null || project !== null;
}
