import type { ReactNode } from "react";
import { ChangeStatement, dayOf } from "@/components/register/change-history";
import { CitationChips } from "@/components/source/citation-chips";
import { Section } from "@/components/ui/section";
import type { IsoDate } from "@/lib/format/date-range";
import { registerChangeAnchor } from "@/lib/paths";
import type { ProjectChange } from "@/lib/project/project-changes";
import type { PublicChange } from "@/lib/register-change/public-change-queries";

type Props = {
  changes: readonly ProjectChange[];
  /** What was registered, changed and corrected, each with what stood before it. */
  registered: readonly PublicChange[];
};

type Entry = { key: string; id?: string; on: IsoDate; words: ReactNode };

/** The trace that registering, publishing, correcting and withdrawing leave, newest first. */
export function ProjectChangeList({ changes, registered }: Props) {
  const entries = [...registered.map(registeredEntry), ...changes.map(changeEntry)].sort((one, other) =>
    other.on.localeCompare(one.on),
  );
  return (
    <Section id="changes" title="登记与变更">
      <ol className="log">
        {entries.map(({ key, id, on, words }) => (
          <li key={key} id={id} className={id && "target:bg-accent-soft"}>
            <time>{on}</time>
            <div>{words}</div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function registeredEntry(change: PublicChange): Entry {
  const id = registerChangeAnchor(change.id);
  return { key: id, id, on: dayOf(change), words: <ChangeStatement change={change} /> };
}

function changeEntry({ on, sentence, citations }: ProjectChange): Entry {
  const words = (
    <>
      {sentence}
      {citations.length > 0 && (
        <>
          <br />
          <CitationChips citations={citations} withDate />
        </>
      )}
    </>
  );
  return { key: `${on} ${sentence}`, on, words };
}
