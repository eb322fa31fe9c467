import { CitationChips } from "@/components/source/citation-chips";
import { classNames } from "@/components/ui/class-names";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { PromiseGroup } from "@/lib/agreement/promise-groups";
import { formatDateRange } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";
import { promiseStandingText } from "@/lib/text/promise-text";
import { PromiseWords } from "./promise-words";

/** What was promised by when, and what the register knows of it; passing a deadline is said in ink. */
export function PromiseTable({ caption, groups }: { caption: string; groups: readonly PromiseGroup[] }) {
  return (
    <table className="t cards">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">时限</th>
          <th scope="col">承诺</th>
          <th scope="col">现在</th>
          <th scope="col">出处</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr
            key={JSON.stringify([group.due, group.originalDue, group.standing, group.actual, group.items[0]])}
          >
            <RowHead nowrap>
              {group.due ? formatDateRange(group.due) : "没有写时限"}
              {group.isRevised && (
                <span className="block faint small font-normal">{originalWords(group.originalDue)}</span>
              )}
            </RowHead>
            <Cell label="承诺">
              <PromiseWords group={group} />
            </Cell>
            <Cell label="现在">
              <Standing group={group} />
            </Cell>
            <Cell label="出处">
              <CitationChips citations={group.citations} page={pageOf(group)} />
            </Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Promises that rest on a record of one project stand in a group of their own. */
function pageOf({ items, scales }: PromiseGroup): string | undefined {
  const code = items[0]?.projects[0]?.code ?? scales[0]?.project.code;
  return code && paths.project(code);
}

function originalWords(due: PromiseGroup["originalDue"]): string {
  return due ? `原定 ${formatDateRange(due)}` : "原来没有写时限";
}

function Standing({ group: { standing, isReported, actual } }: { group: PromiseGroup }) {
  const words = promiseStandingText[standing][isReported ? "reported" : "silent"];
  return (
    <span className={classNames(standing === "passed" ? "past" : "nowrap")}>
      {actual ? `${words} ${formatDateRange(actual)}` : words}
    </span>
  );
}
