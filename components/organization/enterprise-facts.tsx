import { FactsAside } from "@/components/layout/facts-aside";
import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import type { PublicEnterprise } from "@/lib/organization/organization-dto";
import { citing } from "@/lib/source/citation-rules";
import { placeWords, projectWords } from "./enterprise-cards";

/** What is known of an enterprise itself. */
export function EnterpriseFacts({ enterprise }: { enterprise: PublicEnterprise }) {
  const { name, projectCount, aliases, citations } = enterprise;
  return (
    <FactsAside
      items={[
        { term: "名称", value: name },
        ...(aliases.length > 0 ? [{ term: "别称", value: <Aliases enterprise={enterprise} /> }] : []),
        { term: "项目", value: projectWords(enterprise) },
        ...(projectCount > 0
          ? [{ term: "落户地", value: placeWords(enterprise) ?? <Missing why="not_stated" /> }]
          : []),
        { term: "出处", value: <CitationChips citations={citing(citations, "name", "description")} /> },
      ]}
    />
  );
}

function Aliases({ enterprise: { aliases, citations } }: { enterprise: PublicEnterprise }) {
  const own = citing(citations, "aliases");
  return (
    <>
      {aliases.join("、")} <InferredField citations={own} fields={["aliases"]} withReason />{" "}
      <CitationChips citations={own} />
    </>
  );
}
