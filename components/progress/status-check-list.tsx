import { Section } from "@/components/ui/section";
import { formatDateRange } from "@/lib/format/date-words";
import { shanghaiDay } from "@/lib/format/shanghai-time";
import { statusCheckAnchor } from "@/lib/paths";
import type { PublicStatusCheck } from "@/lib/project/project-dto";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { statusAnswerText } from "@/lib/text/status-check-text";

/** What people found when they asked where the project really stands. Nothing when nobody has. */
export function StatusCheckList({ checks }: { checks: readonly PublicStatusCheck[] }) {
  if (checks.length === 0) return null;
  return (
    <Section id="checks" title="现状核实">
      <ol className="log">
        {checks.map(({ id, publishedAt, answer, effective, evidenceKind, evidence }) => (
          <li key={id} id={statusCheckAnchor(id)}>
            <time>{shanghaiDay(new Date(publishedAt))}</time>
            <div>
              <p>
                <b>{statusAnswerText[answer]}</b>
                {`，${formatDateRange(effective)}`}
              </p>
              <p className="small">{`依据${evidenceKindText[evidenceKind]}：${evidence}`}</p>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
