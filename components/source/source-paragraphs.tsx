import { Section } from "@/components/ui/section";
import { Cell } from "@/components/ui/table-cell";
import { paragraphAnchor, paths } from "@/lib/paths";
import { holdsOnlyNames } from "@/lib/source/cited-things";
import type { CitedPart, CitedThing, PublicSource, SourceParagraph } from "@/lib/source/source-dto";
import { citedFieldText, citedPartText } from "@/lib/text/citation-text";
import { stageText } from "@/lib/text/stage-text";
import { InferredSlip } from "./inferred-slip";

/** Every paragraph and what the register takes from it; where each source chip of the site leads. */
export function SourceParagraphs({ source: { paragraphs } }: { source: PublicSource }) {
  return (
    <Section id="paragraphs" title="每一段用在哪里" note="只登记事实和段号，不转载正文">
      <table className="t cards">
        <caption className="vh">每一段里登记了哪些事实</caption>
        <thead>
          <tr>
            <th scope="col">段落</th>
            <th scope="col">登记的事实</th>
          </tr>
        </thead>
        <tbody>
          {paragraphs.map((paragraph) => (
            <tr
              key={paragraph.number}
              id={paragraphAnchor(paragraph.number)}
              className="target:bg-accent-soft"
            >
              <th scope="row">
                <div className="v nowrap">{`第${paragraph.number}段`}</div>
              </th>
              <Cell label="登记的事实">
                <Things paragraph={paragraph} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Things({ paragraph }: { paragraph: SourceParagraph }) {
  if (paragraph.things.length === 0) return <span className="faint">没有要跟踪的事实</span>;
  return (
    <>
      {holdsOnlyNames(paragraph) && <p className="faint">没有要跟踪的事实，只用来认出企业的名称。</p>}
      <ul className="list-none">
        {paragraph.things.map((thing) => (
          <li key={`${thing.subject} ${thing.name}`}>
            <ThingName thing={thing} />：<Parts parts={thing.parts} />
          </li>
        ))}
      </ul>
    </>
  );
}

const pathOf = {
  project: paths.project,
  agreement: paths.agreement,
  organization: paths.enterprise,
  event: null,
  place: null,
} satisfies Record<CitedThing["subject"], ((key: string) => string) | null>;

function ThingName({ thing: { subject, key, name } }: { thing: CitedThing }) {
  const path = pathOf[subject];
  return key && path ? <a href={path(key)}>{name}</a> : name;
}

function Parts({ parts }: { parts: readonly CitedPart[] }) {
  const reasons = parts.flatMap(({ fields }) => fields.flatMap(({ reason }) => (reason ? [reason] : [])));
  const [first] = reasons;
  return (
    <>
      {`${parts.map(partWords).join("；")}。`}
      {first && (
        <>
          {" "}
          <InferredSlip reason={first} /> <span className="faint">{[...new Set(reasons)].join("；")}</span>
        </>
      )}
    </>
  );
}

function partWords({ kind, name, fields }: CitedPart): string {
  const words = [...new Set(fields.map(({ field }) => citedFieldText[field]))].join("、");
  if (kind === null) return words;
  if (kind === "stage") return `阶段“${isStage(name) ? stageText[name] : name}”`;
  return `${citedPartText[kind]}“${name}”的${words}`;
}

function isStage(name: string | null): name is keyof typeof stageText {
  return name !== null && name in stageText;
}
