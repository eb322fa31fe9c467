import { Fragment } from "react";
import { reportAnchor, statusCheckAnchor } from "@/lib/paths";
import type { Citation } from "@/lib/source/citation-dto";
import { SourceChip } from "./source-chip";

type Props = { citations: readonly Citation[]; withDate?: boolean };

/** Where something is known from, each place once; reports and status checks are on the project's own page. */
export function CitationChips({ citations, withDate }: Props) {
  const paragraphs = new Map(
    citations.flatMap(({ source }) => (source ? [[`${source.slug} ${source.paragraph}`, source]] : [])),
  );
  const records = new Map(citations.flatMap((citation) => recordLinks(citation)));
  return (
    <>
      {[...paragraphs].map(([key, source]) => (
        <Fragment key={key}>
          <SourceChip {...source} withDate={withDate} />{" "}
        </Fragment>
      ))}
      {[...records].map(([href, label]) => (
        <Fragment key={href}>
          <a className="src" href={href}>
            {label}
          </a>{" "}
        </Fragment>
      ))}
    </>
  );
}

function recordLinks({ reportId, statusCheckId }: Citation): [string, string][] {
  if (reportId !== null) return [[`#${reportAnchor(reportId)}`, "进展填报"]];
  return statusCheckId === null ? [] : [[`#${statusCheckAnchor(statusCheckId)}`, "现状核实"]];
}
