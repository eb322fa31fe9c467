import { FactsAside } from "@/components/layout/facts-aside";
import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import type { PublicAgreement } from "@/lib/agreement/agreement-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { agreementKindText } from "@/lib/text/agreement-text";
import { PartyNames } from "./party-names";

/** What is stated of an agreement, and what is not. */
export function AgreementFacts({ agreement }: { agreement: PublicAgreement }) {
  const { title, kind, signedPlace, agreedInvestment, responsibleUnits, citations } = agreement;
  return (
    <FactsAside
      items={[
        { term: "协议名称", value: title ?? <Missing why="not_stated" /> },
        { term: "类型", value: kind ? agreementKindText[kind] : <Missing why="not_stated" /> },
        { term: "签约方", value: <Parties agreement={agreement} /> },
        { term: "签订日期", value: <SignedOn agreement={agreement} /> },
        { term: "签订地", value: signedPlace ?? <Missing why="not_stated" /> },
        { term: "协议投资额", value: formatMoney(agreedInvestment) ?? <Missing why="not_stated" /> },
        {
          term: "责任单位",
          value: responsibleUnits.length > 0 ? responsibleUnits.join("、") : <Missing why="unassigned" />,
        },
        { term: "出处", value: <CitationChips citations={citations} /> },
      ]}
    />
  );
}

function Parties({ agreement: { title, parties } }: { agreement: PublicAgreement }) {
  return (
    <>
      <PartyNames parties={parties} withKind />
      {title && <span className="faint">按标题列出</span>}
      <InferredField
        citations={parties.flatMap(({ citations }) => citations)}
        fields={["organization"]}
        withReason
      />
    </>
  );
}

function SignedOn({ agreement: { signed, citations } }: { agreement: PublicAgreement }) {
  if (!signed) return <Missing why="not_stated" />;
  return (
    <>
      {formatDateRange(signed)}
      {signed.precision === "days" && <span className="block faint">其中一天，来源未载明是哪一天</span>}{" "}
      <InferredField citations={citations} fields={["signed"]} withReason />
    </>
  );
}
