import { CitationChips } from "@/components/source/citation-chips";
import { Section } from "@/components/ui/section";
import type { ProjectChange } from "@/lib/project/project-changes";

/** The trace that publishing, correcting and withdrawing leave. */
export function ProjectChangeList({ changes }: { changes: readonly ProjectChange[] }) {
  return (
    <Section id="changes" title="变更记录">
      <ol className="log">
        {changes.map(({ on, sentence, citations }) => (
          <li key={`${on} ${sentence}`}>
            <time>{on}</time>
            <div>
              {sentence}
              {citations.length > 0 && (
                <>
                  <br />
                  <CitationChips citations={citations} withDate />
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}
