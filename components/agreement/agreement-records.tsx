import { ChangeHistory } from "@/components/register/change-history";
import { CitationChips } from "@/components/source/citation-chips";
import { Section } from "@/components/ui/section";
import type { AgreementEvent, PublicAgreement } from "@/lib/agreement/agreement-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { shanghaiDay } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { PublicChange } from "@/lib/register-change/public-change-queries";

/** What happened around an agreement. Nothing when no event is recorded. */
export function AgreementEvents({ events }: { events: readonly AgreementEvent[] }) {
  if (events.length === 0) return null;
  return (
    <Section id="events" title="记录中的事件">
      <ol className="log">
        {events.map((event) => (
          <li key={event.code}>
            <time dateTime={event.held.to}>{formatDateRange(event.held)}</time>
            <div>
              {event.description}
              <OtherAgreements event={event} />
              <br />
              <CitationChips citations={event.citations} withDate />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function OtherAgreements({ event: { others } }: { event: AgreementEvent }) {
  if (others.length === 0) return null;
  return (
    <>
      同时签订的还有{" "}
      {others.map(({ code, callName }, index) => (
        <span key={code}>
          {index > 0 && "、"}
          <a href={paths.agreement(code)} title={callName}>
            {code}
          </a>
        </span>
      ))}
      。
    </>
  );
}

type ChangesProps = { agreement: PublicAgreement; changes: readonly PublicChange[] };

/** Since when the register knows the agreement, and what changed since. */
export function AgreementChanges({ agreement: { registeredAt, citations }, changes }: ChangesProps) {
  const registeredOn = shanghaiDay(new Date(registeredAt));
  const reported = citations.flatMap(({ source }) => source?.publishedOn ?? []).sort()[0];
  const isRegisteredByChange = changes.some(({ kind }) => kind === "creation");
  return (
    <ChangeHistory changes={changes}>
      {!isRegisteredByChange && (
        <li>
          <time dateTime={registeredOn}>{registeredOn}</time>
          <div>{reported ? `首次登记，依据 ${reported} 报道。` : "首次登记。"}</div>
        </li>
      )}
    </ChangeHistory>
  );
}
