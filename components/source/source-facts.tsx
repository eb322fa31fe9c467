import { FactsAside } from "@/components/layout/facts-aside";
import { InferredSlip } from "@/components/source/inferred-slip";
import { formatInstant } from "@/lib/format/shanghai-time";
import type { PublicSource } from "@/lib/source/source-dto";
import { Missing } from "./missing";

/** What identifies a document, so that a reader can find it and check that it is the same. */
export function SourceFacts({ source }: { source: PublicSource }) {
  const { authors, printedDate, publishedAt, publisher, url, paragraphCount, sha256 } = source;
  return (
    <FactsAside
      items={[
        { term: "作者", value: authors.length > 0 ? authors.join("、") : <Missing why="not_stated" /> },
        {
          term: "刊发时间",
          value: (
            <>
              {`印作 ${printedDate}，读作 ${formatInstant(new Date(publishedAt))}`}{" "}
              <InferredSlip reason="没有写时区，按日、月、年和北京时间（Asia/Shanghai）读" withReason />
            </>
          ),
        },
        { term: "刊发单位", value: publisher ?? <Missing why="not_stated" /> },
        { term: "网址", value: url ? <a href={url}>{url}</a> : <Missing why="not_stated" /> },
        { term: "正文", value: `${paragraphCount} 段` },
        { term: "SHA-256", value: <code className="font-mono small break-all">{sha256}</code> },
      ]}
    />
  );
}
