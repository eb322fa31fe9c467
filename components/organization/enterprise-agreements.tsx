import { agreementName } from "@/components/agreement/agreement-name";
import { CitationChips } from "@/components/source/citation-chips";
import { InferredField } from "@/components/source/inferred-field";
import { Missing } from "@/components/source/missing";
import { Section } from "@/components/ui/section";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { formatDateRange } from "@/lib/format/date-words";
import type { EnterpriseAgreement } from "@/lib/organization/organization-dto";
import { paths } from "@/lib/paths";

/** What an enterprise has signed. Nothing when it has signed nothing. */
export function EnterpriseAgreements({ agreements }: { agreements: readonly EnterpriseAgreement[] }) {
  if (agreements.length === 0) return null;
  return (
    <Section id="agreements" title={`${agreements.length} 份协议`}>
      <table className="t cards">
        <caption className="vh">作为签约方的协议</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">协议</th>
            <th scope="col">签约名称</th>
            <th scope="col">签订日期</th>
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {agreements.map((agreement) => (
            <tr key={agreement.code}>
              <Cell label="编号">
                <span className="code">{agreement.code}</span>
              </Cell>
              <RowHead>
                <a href={paths.agreement(agreement.code)}>{agreementName(agreement)}</a>
              </RowHead>
              <Cell label="签约名称">
                {agreement.nameInTitle}{" "}
                <InferredField citations={agreement.citations} fields={["organization"]} withReason />
              </Cell>
              <Cell label="签订日期">
                {agreement.signed ? formatDateRange(agreement.signed) : <Missing why="not_stated" />}
              </Cell>
              <Cell label="出处">
                <CitationChips citations={agreement.citations} page={paths.agreement(agreement.code)} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
