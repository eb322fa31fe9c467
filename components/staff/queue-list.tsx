import { EditorialSlip } from "@/components/progress/editorial-slip";
import { LinkButton } from "@/components/ui/link-button";
import { formatMonth } from "@/lib/format/date-words";
import { formatInstant } from "@/lib/format/shanghai-time";
import { paths } from "@/lib/paths";
import type { QueueItem } from "@/lib/progress/review-queries";
import { registerStepText } from "@/lib/text/register-text";
import { TaskSection } from "./task-section";

type Props = {
  id: string;
  title: string;
  items: readonly QueueItem[];
  state: "submitted" | "published";
};

const pageOf = {
  report: "report",
  status_check: "check",
  change: "change",
} as const satisfies Record<QueueItem["kind"], string>;

/** Reports, status checks and changes of the register in the review queue. */
export function QueueList({ id, title, items, state }: Props) {
  if (items.length === 0) return null;
  return (
    <TaskSection id={id} title={title}>
      {items.map((item) => (
        <li key={`${item.kind}${item.id}`} className="task">
          <div>
            <h3>{item.name}</h3>
            <p>
              {item.code && <span className="code">{item.code}</span>} {about(item)}
              {`，${item.author}${item.isOwn ? "（自己）" : ""}`}
            </p>
          </div>
          <div>
            <EditorialSlip state={state} />
          </div>
          <div className="small soft">{formatInstant(new Date(item.at))}</div>
          <div className="act">
            <LinkButton
              href={paths.staffReviewItem(pageOf[item.kind], item.id)}
              size="sm"
              variant={state === "submitted" && !item.isOwn ? "go" : undefined}
            >
              {state === "submitted" && !item.isOwn ? "审核" : "查看"}
              <span className="vh">{item.name}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </TaskSection>
  );
}

function about({ change, period }: QueueItem): string {
  if (change) return registerStepText(change);
  return period ? formatMonth(period) : "现状核实";
}
