import type { RoundEvent } from "@/lib/round/round-board-queries";
import { roundStepText } from "@/lib/text/round-text";

/** What was decided about a round, newest first. */
export function RoundEvents({ events }: { events: readonly RoundEvent[] }) {
  return (
    <ol className="log">
      {events.map((event) => (
        <li key={`${event.on} ${event.step} ${event.newDueOn} ${event.reason}`}>
          <time>{event.on}</time>
          <p>{eventWords(event)}</p>
        </li>
      ))}
    </ol>
  );
}

function eventWords({ step, reason, oldDueOn, newDueOn, by }: RoundEvent): string {
  const moved = oldDueOn && newDueOn ? `，${oldDueOn} 改为 ${newDueOn}` : "";
  return `${by}${roundStepText[step]}${moved}${reason ? `。原因：${reason}` : ""}`;
}
