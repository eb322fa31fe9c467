import { LinkButton } from "@/components/ui/link-button";
import type { Answer } from "@/lib/kpi/dashboard-sentence";

export type WayOut = { label: string; href: string };

type Props = {
  answer: Answer;
  stages: string;
  silence: string | null;
  /** What the viewer can do about it, the most useful first. */
  waysOut: readonly WayOut[];
};

/** The page in one sentence, what it rests on, and what to do. */
export function AnswerPanel({ answer, stages, silence, waysOut }: Props) {
  return (
    <section className="panel" aria-labelledby="answer-title">
      <h2 className="vh" id="answer-title">
        一句话
      </h2>
      <p className="answer">{answer.isLate ? <span className="late">{answer.text}</span> : answer.text}</p>
      <p className="mt-2">{stages}</p>
      {silence && <p className="soft mt-1">{silence}</p>}
      {waysOut.length > 0 && (
        <div className="row mt-4 no-print">
          {waysOut.map(({ label, href }, index) => (
            <LinkButton key={label} href={href} variant={index === 0 ? "go" : undefined}>
              {label}
            </LinkButton>
          ))}
        </div>
      )}
    </section>
  );
}
