import { CitationChips } from "@/components/source/citation-chips";
import { Missing } from "@/components/source/missing";
import { Cell, RowHead } from "@/components/ui/table-cell";
import type { AgreementItem } from "@/lib/agreement/agreement-dto";
import { formatDateRange } from "@/lib/format/date-words";
import { formatMoney } from "@/lib/format/money";
import { formatStageCounts } from "@/lib/format/stage-counts";
import { paths } from "@/lib/paths";
import { agreementName } from "./agreement-name";
import { PartyNames } from "./party-names";

/** All agreements. The column of money is left out, and said so above, while no agreement states any. */
export function AgreementTable({ items }: { items: readonly AgreementItem[] }) {
  const hasMoney = items.some(({ agreedInvestment }) => agreedInvestment !== null);
  return (
    <>
      {!hasMoney && <p className="small faint mb-4">协议投资额：每份协议都是来源未载明，不列出。</p>}
      <table className="t cards">
        <caption className="vh">协议，编号新的在前</caption>
        <thead>
          <tr>
            <th scope="col">编号</th>
            <th scope="col">协议</th>
            <th scope="col">签约方</th>
            <th scope="col">签订日期</th>
            <th scope="col">项目</th>
            {hasMoney && <th scope="col">协议投资额</th>}
            <th scope="col">出处</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <AgreementRow key={item.code} item={item} hasMoney={hasMoney} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function AgreementRow({ item, hasMoney }: { item: AgreementItem; hasMoney: boolean }) {
  const { code, title, parties, signed, agreedInvestment, citations } = item;
  return (
    <tr>
      <Cell label="编号">
        <span className="code">{code}</span>
      </Cell>
      <RowHead>
        <a href={paths.agreement(code)}>{agreementName(item)}</a>
        {!title && <span className="block faint small font-normal">名称来源未载明，这是本站的叫法</span>}
      </RowHead>
      <Cell label="签约方">
        <PartyNames parties={parties} />
      </Cell>
      <Cell label="签订日期">{signed ? formatDateRange(signed) : <Missing why="not_stated" />}</Cell>
      <Cell label="项目">
        <Projects item={item} />
      </Cell>
      {hasMoney && (
        <Cell label="协议投资额">{formatMoney(agreedInvestment) ?? <Missing why="not_stated" />}</Cell>
      )}
      <Cell label="出处">
        <CitationChips citations={citations} page={paths.agreement(code)} />
      </Cell>
    </tr>
  );
}

function Projects({ item: { projectCount, stageCounts, passedPromises } }: { item: AgreementItem }) {
  if (projectCount === 0) return <span className="faint">没有登记项目</span>;
  return (
    <>
      {`${projectCount} 个，${formatStageCounts(stageCounts)}`}
      {passedPromises > 0 && <span className="block past">{`${passedPromises} 个节点已过时限`}</span>}
    </>
  );
}
