import { Icon } from "@/components/ui/icon";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { AuditEventDto } from "@/lib/audit/audit-dto";
import { auditSentence } from "@/lib/audit/audit-sentence";
import { auditEventAnchor } from "@/lib/paths";
import { auditOutcomeText } from "@/lib/text/audit-text";
import { AuditDetails } from "./audit-details";

// Enough to compare by eye; the check compares all of it.
const shownOfHash = 12;

/** Events, the newest first. */
export function AuditTable({ events }: { events: readonly AuditEventDto[] }) {
  return (
    <table className="t cards">
      <caption className="vh">审计事件</caption>
      <thead>
        <tr>
          <th scope="col">编号和哈希</th>
          <th scope="col">时间</th>
          <th scope="col">事件</th>
          <th scope="col">来自</th>
          <th scope="col">结果</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.number} id={auditEventAnchor(event.number)}>
            <RowHead nowrap>
              {event.number} <span className="code md:block">{event.hash.slice(0, shownOfHash)}</span>
            </RowHead>
            <Cell label="时间">
              <time className="nowrap">{event.at}</time>
            </Cell>
            <Cell label="事件">
              {auditSentence(event)}
              <AuditDetails event={event} />
            </Cell>
            <Cell label="来自">
              <Origin event={event} />
            </Cell>
            <Cell label="结果">
              <Outcome succeeded={event.succeeded} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The account's name, when there is one, and the address; a program on the server has neither. */
function Origin({ event: { actor, displayName, address } }: { event: AuditEventDto }) {
  return (
    <>
      {displayName !== null && <span className="md:block">{actor} </span>}
      {address !== null && <span className="faint break-all">{address}</span>}
      {displayName === null && address === null && <span className="faint">服务器</span>}
    </>
  );
}

function Outcome({ succeeded }: { succeeded: boolean }) {
  if (succeeded) return auditOutcomeText.done;
  return (
    <b className="tag">
      <Icon name="ban" />
      {auditOutcomeText.refused}
    </b>
  );
}
