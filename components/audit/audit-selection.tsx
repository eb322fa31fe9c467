import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { type AuditPage, countLimit } from "@/lib/audit/audit-dto";
import { type AuditFilter, auditAddress } from "@/lib/audit/audit-filter";
import { formatNumber } from "@/lib/format/number";
import { type AuditAddress, paths } from "@/lib/paths";
import { auditParameterText } from "@/lib/text/audit-text";
import { AuditTable } from "./audit-table";

type Props = { page: AuditPage; filter: AuditFilter };

/** The events that were asked for, or why there are none. */
export function AuditSelection({ page: { events, nextBefore, count, latest }, filter }: Props) {
  if (latest === null)
    return <EmptyState title="还没有审计事件">有人登录或改动数据后，会显示在这里。</EmptyState>;
  if (count === 0) return <NoMatch filter={filter} />;
  const address = auditAddress(filter);
  return (
    <>
      <p className="small soft" role="status">
        {count < countLimit ? `共 ${formatNumber(count)} 条` : `${formatNumber(countLimit)} 条以上`}
        {filter.before !== null && `，下面是第 ${filter.before} 号以前的`}
      </p>
      {events.length === 0 ? (
        <EmptyState title={`第 ${filter.before} 号以前没有符合条件的事件`}>
          <a href={paths.staffAudit({ ...address, before: null })}>从最新的看起</a>
        </EmptyState>
      ) : (
        <AuditTable events={events} />
      )}
      {(filter.before !== null || nextBefore !== null) && (
        <nav aria-label="翻页" className="row no-print">
          {filter.before !== null && (
            <LinkButton href={paths.staffAudit({ ...address, before: null })}>最新的</LinkButton>
          )}
          {nextBefore !== null && (
            <LinkButton href={paths.staffAudit({ ...address, before: String(nextBefore) })}>
              更早的
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}

const filters = ["person", "subject", "kind", "from", "to", "outcome"] as const;

/** Nothing fits: each condition can be left out, or all of them. */
function NoMatch({ filter }: { filter: AuditFilter }) {
  const address: AuditAddress = { ...auditAddress(filter), before: null };
  return (
    <EmptyState title="没有符合条件的事件">
      <p>试试少选一个条件。操作人写用户名或显示名称；对象写全，例如 P2015-05。</p>
      <ul className="row">
        {filters
          .filter((name) => filter[name] !== null)
          .map((name) => (
            <li key={name}>
              <a href={paths.staffAudit({ ...address, [name]: null })}>{`去掉${auditParameterText[name]}`}</a>
            </li>
          ))}
        <li>
          <a href={paths.staffAudit()}>看全部事件</a>
        </li>
      </ul>
    </EmptyState>
  );
}
