import { Button } from "@/components/ui/button";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { paths } from "@/lib/paths";
import type { BulkItem } from "@/lib/round/bulk-queries";
import { tickedValue } from "@/lib/round/bulk-rules";
import { ChangesInShort } from "./changes-in-short";

type Props = {
  items: readonly BulkItem[];
  period: string;
  /** Values of the boxes that are ticked, and ids whose money is public. */
  ticked: ReadonlySet<string>;
  money: ReadonlySet<string>;
};

/** Reports that wait for review; those that need a look of their own have no box. A form without state change. */
export function BulkList({ items, period, ticked, money }: Props) {
  const free = items.filter(({ obstacle }) => obstacle === null);
  return (
    <form action={paths.staffRoundPublishCheck(period)} method="get">
      <div className="panel form-body">
        <p className="soft">
          {`${items.length} 份待审核，其中 ${free.length} 份可以一起发布。阶段或状况有变化、数字要核对的，逐份看。`}
        </p>
        <table className="t cards dense">
          <caption className="vh">待审核的填报</caption>
          <thead>
            <tr>
              <th scope="col">项目</th>
              <th scope="col">发布</th>
              <th scope="col">变化</th>
              <th scope="col">资金</th>
              <th scope="col">填报人</th>
              <th scope="col">逐份看</th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <BulkRow
                key={item.id}
                item={item}
                isTicked={ticked.has(tickedValue(item))}
                isMoneyPublic={money.has(String(item.id))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div className="actions">
        <Button type="submit" variant="go">
          下一步
        </Button>
        {free.length > 0 && (
          <Button type="submit" name="all" value="1" formAction={paths.staffRoundPublish(period)}>
            {`全选可以一起发布的 ${free.length} 份`}
          </Button>
        )}
        <span className="small faint">下一页确认，再发布</span>
      </div>
    </form>
  );
}

type RowProps = { item: BulkItem; isTicked: boolean; isMoneyPublic: boolean };

function BulkRow({ item, isTicked, isMoneyPublic }: RowProps) {
  const { id, code, name, author, obstacle, hasMoney, changes } = item;
  return (
    <tr>
      <RowHead>
        {name} <span className="code">{code}</span>
      </RowHead>
      <Cell label="发布">
        {obstacle === null ? (
          <label className="tick">
            <input
              type="checkbox"
              name="report"
              value={tickedValue(item)}
              defaultChecked={isTicked}
              aria-label={`发布 ${name}`}
            />
          </label>
        ) : (
          <span className="soft">{obstacle}</span>
        )}
      </Cell>
      <Cell label="变化">
        <ChangesInShort changes={changes} />
      </Cell>
      <Cell label="资金">
        {hasMoney && obstacle === null ? (
          <label className="tick">
            <input
              type="checkbox"
              name="money"
              value={id}
              defaultChecked={isMoneyPublic}
              aria-label={`${name}，资金也公开`}
            />
            <span aria-hidden="true">也公开</span>
          </label>
        ) : (
          <span className="faint">{hasMoney ? "逐份看" : "没有填"}</span>
        )}
      </Cell>
      <Cell label="填报人">{author}</Cell>
      <Cell label="逐份看">
        <a href={paths.staffReviewItem("report", id)}>
          审核页<span className="vh">{name}</span>
        </a>
      </Cell>
    </tr>
  );
}
