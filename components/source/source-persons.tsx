import { Section } from "@/components/ui/section";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { paths } from "@/lib/paths";
import type { PublicSource } from "@/lib/source/source-dto";

/** The people whom a document names; no other page shows them. Nothing when it names nobody. */
export function SourcePersons({ source: { slug, persons } }: { source: PublicSource }) {
  if (persons.length === 0) return null;
  return (
    <Section id="persons" title="报道写到的人" note="只在这一页列出，职务是报道当时的">
      <table className="t cards">
        <caption className="vh">报道写到的人</caption>
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职务</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {persons.map(({ name, position, paragraphs }) => (
            <tr key={name}>
              <RowHead>{name}</RowHead>
              <Cell label="职务">{position}</Cell>
              <Cell label="出处">
                {paragraphs.map((paragraph) => (
                  <a key={paragraph} className="src" href={paths.source(slug, paragraph)}>
                    {`第${paragraph}段`}
                  </a>
                ))}
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
