import { Fragment } from "react";
import { type AuditDetail, auditDetails } from "@/lib/audit/audit-details-sentence";
import type { ToldEvent } from "@/lib/audit/audit-sentence";

/** More than these are folded away, so that one long event does not push the others out of sight. */
const mostShown = 6;

/** What an event changed, old and new, and what else it notes. Nothing when its sentence says it all. */
export function AuditDetails({ event }: { event: ToldEvent }) {
  const details = auditDetails(event);
  if (details.length === 0) return null;
  if (details.length <= mostShown) return <DetailList details={details} />;
  return (
    <details className="twin">
      <summary>{`查看 ${details.length} 项内容`}</summary>
      <DetailList details={details} />
    </details>
  );
}

function DetailList({ details }: { details: readonly AuditDetail[] }) {
  return (
    <dl className="diff mt-1 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-0 break-words">
      {details.map(({ label, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: details in details may share a name, and never change
        <Fragment key={index}>
          <dt className="faint">{label}</dt>
          <dd>
            {before === null ? (
              after
            ) : (
              <>
                <span className="vh">原来</span>
                <del>{before}</del>
                <span aria-hidden="true"> → </span>
                <span className="vh">，改为</span>
                <ins>{after}</ins>
              </>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
