import type { DiffRow } from "@/lib/format/field-diff";
import { unchangedText } from "@/lib/text/report-text";

const mostText = 60;

/** What a report changes, one line a field; long texts are cut. */
export function ChangesInShort({ changes }: { changes: readonly DiffRow[] }) {
  if (changes.length === 0) return <span className="faint">没有</span>;
  return (
    <ul>
      {changes.map(({ field, name, before, after, delta }) => (
        <li key={field}>
          {field === "summary" ? (
            cut(after ?? "")
          ) : (
            <>
              {`${name} `}
              {before !== null && <del className="faint">{cut(before)}</del>}
              {before !== null && " → "}
              <ins>{cut(after ?? "")}</ins>
              {delta && <span className="delta">{`（${delta}）`}</span>}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function cut(text: string): string {
  if (text === unchangedText) return text;
  return text.length > mostText ? `${text.slice(0, mostText)}…` : text;
}
