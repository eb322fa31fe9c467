import { Fragment } from "react";
import { registerChangeAnchor, reportAnchor, statusCheckAnchor } from "@/lib/paths";
import type { Citation } from "@/lib/source/citation-dto";
import { SourceChip } from "./source-chip";

type Props = {
  citations: readonly Citation[];
  withDate?: boolean;
  /** The page that has the reports, status checks and changes; left out: the page itself. */
  page?: string;
};

/** Where something is known from, each place once. */
export function CitationChips({ citations, withDate, page = "" }: Props) {
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
          <a className="src" href={`${page}${href}`}>
            {label}
          </a>{" "}
        </Fragment>
      ))}
    </>
  );
}

function recordLinks({ reportId, statusCheckId, registerChangeId }: Citation): [string, string][] {
  if (reportId !== null) return [[`#${reportAnchor(reportId)}`, "进展填报"]];
  if (statusCheckId !== null) return [[`#${statusCheckAnchor(statusCheckId)}`, "现状核实"]];
  return registerChangeId === null ? [] : [[`#${registerChangeAnchor(registerChangeId)}`, "登记"]];
}
