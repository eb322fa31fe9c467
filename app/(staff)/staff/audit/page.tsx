import type { Metadata } from "next";
import { StaffFrame } from "@/app/(staff)/staff-frame";
import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditSelection } from "@/components/audit/audit-selection";
import { ChainPanel } from "@/components/audit/chain-panel";
import { Note } from "@/components/ui/note";
import { Panel } from "@/components/ui/panel";
import { auditAddress, parseAuditFilter } from "@/lib/audit/audit-filter";
import { listAuditEvents } from "@/lib/audit/audit-queries";
import { requirePageViewer } from "@/lib/auth/page-viewer";
import { paths } from "@/lib/paths";
import { auditParameterText } from "@/lib/text/audit-text";

export const metadata: Metadata = { title: "审计" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AuditPage({ searchParams }: Props) {
  const { filter, ignored } = parseAuditFilter(paramsOf(await searchParams));
  const path = paths.staffAudit(auditAddress(filter));
  const viewer = await requirePageViewer("/staff/audit", path);
  const page = await listAuditEvents(viewer, filter);
  return (
    <StaffFrame viewer={viewer} current="audit" path={path}>
      <div className="stack">
        <h1>审计</h1>
        {ignored.length > 0 && (
          <Note tone="warn" role="status">
            {`条件“${ignored.map((name) => auditParameterText[name]).join("、")}”不能识别，没有采用。日期写成 2026-03-01，截止日不早于起始日。`}
          </Note>
        )}
        <ChainPanel latest={page.latest} />
        <Panel id="events" title="事件" note="谁、何时、何处、对什么、做了什么、结果如何">
          <div className="stack">
            <AuditFilters filter={filter} />
            <AuditSelection page={page} filter={filter} />
          </div>
        </Panel>
      </div>
    </StaffFrame>
  );
}

function paramsOf(query: Record<string, string | string[] | undefined>): URLSearchParams {
  const given = Object.entries(query).flatMap(([name, value]) =>
    [value ?? []].flat().map((text) => [name, text]),
  );
  return new URLSearchParams(given);
}
