import type { ReactNode } from "react";
import { Missing } from "@/components/source/missing";
import { KeyValues } from "@/components/ui/key-values";
import { Section } from "@/components/ui/section";
import { type DiffRow, isChanged } from "@/lib/format/field-diff";
import { paths, registerChangeAnchor } from "@/lib/paths";
import { changeSentence, evidenceWords } from "@/lib/register-change/change-sentence";
import type { PublicChange } from "@/lib/register-change/public-change-queries";
import { changeKindText, registerSubjectText } from "@/lib/text/register-text";
import { DiffTable } from "./change-diff";

type Props = {
  changes: readonly PublicChange[];
  /** What came before all changes. */
  children?: ReactNode;
};

/** What was registered, changed and taken back, newest first; where the chips 登记 lead. */
export function ChangeHistory({ changes, children }: Props) {
  const sorted = [...changes].sort(
    (one, other) => dayOf(other).localeCompare(dayOf(one)) || other.id - one.id,
  );
  return (
    <Section id="changes" title="登记与变更">
      <ol className="log">
        {sorted.map((change) => (
          <li key={change.id} id={registerChangeAnchor(change.id)} className="target:bg-accent-soft">
            <time dateTime={dayOf(change)}>{dayOf(change)}</time>
            <div>
              <ChangeStatement change={change} />
            </div>
          </li>
        ))}
        {children}
      </ol>
    </Section>
  );
}

/** When it was published or, if that came later, taken back. */
export const dayOf = ({ withdrawnOn, publishedOn }: PublicChange) => withdrawnOn ?? publishedOn;

/** One change in words, with what stood before it. */
export function ChangeStatement({ change }: { change: PublicChange }) {
  const { kind, publishedOn, statement, along } = change;
  if (!statement) return `撤回 ${publishedOn} 发布的${changeKindText[kind]}，内容不再显示。`;
  const { reason, evidence } = statement;
  const rows = statement.rows.filter(({ isInternal }) => !isInternal);
  return (
    <>
      <p>{along ? <Along change={change} along={along} /> : changeSentence(change, rows)}</p>
      {reason && <p>{`原因：${reason}`}</p>}
      <p>{`依据：${evidenceWords(evidence)}`}</p>
      {rows.length > 0 && <Content isNew={kind === "creation"} rows={rows} />}
    </>
  );
}

type AlongProps = { change: PublicChange; along: NonNullable<PublicChange["along"]> };

function Along({ change: { subject, id }, along: { key, title } }: AlongProps) {
  const page = subject === "agreement" ? paths.agreement(key) : paths.project(key);
  return (
    <>
      {`随${registerSubjectText[subject]}“`}
      <a href={`${page}#${registerChangeAnchor(id)}`}>{title}</a>
      ”一并登记。
    </>
  );
}

function Content({ isNew, rows }: { isNew: boolean; rows: readonly DiffRow[] }) {
  if (!isNew) {
    return (
      <div className="diff mt-2">
        <DiffTable rows={rows.filter(isChanged)} caption="原来和现在的内容" />
      </div>
    );
  }
  const items = rows.map(({ name, after }) => ({ term: name, value: after ?? <Missing why="not_stated" /> }));
  return (
    <details className="twin">
      <summary>登记时的内容</summary>
      <KeyValues items={items} className="mt-2" />
    </details>
  );
}
