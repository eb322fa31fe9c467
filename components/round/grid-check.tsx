import { fieldName } from "@/components/staff/field-texts";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { Cell, RowHead } from "@/components/ui/table-cell";
import { type GridScope, paths } from "@/lib/paths";
import type { CheckedGrid, ReadyRow, RefusedRow } from "@/lib/round/grid-check-queries";
import { gridField, gridFieldOf } from "@/lib/round/grid-rules";
import { unchangedText } from "@/lib/text/report-text";

type Props = { grid: CheckedGrid; period: string; scope: GridScope };

/** What becomes of each row: a report, an error to mend, or no answer. */
export function GridCheck({ grid: { ready, refused, unanswered, elsewhere }, period, scope }: Props) {
  const changed = ready.filter(({ report }) => !report.isUnchanged);
  const unchanged = ready.filter(({ report }) => report.isUnchanged);
  const back = (field: string) => paths.staffRoundGridErrors(period, scope, field);
  return (
    <>
      {refused.map((row) => (
        <RefusedNote key={row.code} row={row} back={back} />
      ))}
      {changed.map((row) => (
        <WarningNote key={row.code} row={row} back={back} />
      ))}
      {changed.length > 0 && (
        <Panel id="changed" title="有变化的" note={`${changed.length} 个`}>
          <ChangedTable rows={changed} />
        </Panel>
      )}
      {unchanged.length > 0 && (
        <Panel id="unchanged" title={unchangedText} note={`${unchanged.length} 个`}>
          <p>{`${unchanged.map(({ name }) => name).join("、")}。`}</p>
        </Panel>
      )}
      {unanswered.length > 0 && (
        <Panel id="unanswered" title="没有答的" note={`${unanswered.length} 个，这次不提交`}>
          <p>{`${unanswered.map(({ name }) => name).join("、")}。`}</p>
        </Panel>
      )}
      {elsewhere.length > 0 && (
        <Panel id="elsewhere" title="填报页里有草稿的" note={`${elsewhere.length} 个，到填报页提交`}>
          <ul className="grid gap-2">
            {elsewhere.map(({ code, name }) => (
              <li key={code}>
                <a href={paths.staffReportOf(code, period)}>{name}</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

type Back = { back: (field: string) => string };

function RefusedNote({ row: { code, name, errors, commitments }, back }: { row: RefusedRow } & Back) {
  // What is wrong with the row as a whole stands at its text.
  const partName = (field: string) => {
    const part = gridFieldOf(field)?.part ?? "summary";
    return part === "summary" ? "" : `，${fieldName(part, { commitments, milestones: [] })}`;
  };
  return (
    <div className="check">
      {Object.entries(errors).map(([field, message]) => (
        <p key={field}>
          <Icon name="bad" />
          {`${name}（${code}）${partName(field)}：${message}`}
        </p>
      ))}
      <div className="row">
        <LinkButton href={back(Object.keys(errors)[0] ?? gridField(code, "summary"))} size="sm">
          回去改<span className="vh">{name}</span>
        </LinkButton>
        <span className="small soft">这一行这次不提交，填的内容留在草稿里。</span>
      </div>
    </div>
  );
}

function WarningNote({ row: { code, name, warnings }, back }: { row: ReadyRow } & Back) {
  if (warnings.length === 0) return null;
  return (
    <div className="check">
      <p>
        <Icon name="warn" />
        {`${name}（${code}）：${warnings.join("")}`}
      </p>
      <div className="row">
        <LinkButton href={back(gridField(code, "percent"))} size="sm">
          回去改<span className="vh">{name}</span>
        </LinkButton>
      </div>
    </div>
  );
}

function ChangedTable({ rows }: { rows: readonly ReadyRow[] }) {
  const hasReadings = rows.some(({ readings }) => readings.length > 0);
  return (
    <table className="t cards dense">
      <caption className="vh">有变化的项目</caption>
      <thead>
        <tr>
          <th scope="col">项目</th>
          <th scope="col" className="n">
            形象进度
          </th>
          {hasReadings && <th scope="col">累计数</th>}
          <th scope="col">本期进展</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, report, readings }) => (
          <tr key={code}>
            <RowHead>
              {name} <span className="code">{code}</span>
            </RowHead>
            <Cell label="形象进度" numeric>
              {report.percent === null ? <span className="faint">未填</span> : `${report.percent}%`}
            </Cell>
            {hasReadings && (
              <Cell label="累计数">
                {readings.length > 0 ? readings.join("，") : <span className="faint">未填</span>}
              </Cell>
            )}
            <Cell label="本期进展">{report.summary}</Cell>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
