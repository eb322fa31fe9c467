import { Fragment } from "react";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import { paths } from "@/lib/paths";
import { type Stage, stages } from "@/lib/project/project-rules";
import { stageTileText } from "@/lib/text/stage-text";
import { stageMarks } from "./stage-marks";
import { StageTag } from "./stage-tag";

export type MatrixCell = {
  count: number;
  /** All of them; left empty where only the count and a link are shown. */
  projects: readonly { code: string; name: string; shortName: string }[];
  /** The register, filtered to this cell. */
  href: string;
};

export type MatrixRow = {
  /** The set of enterprises that share these projects. */
  enterprises: readonly string[];
  count: number;
  cells: Record<Stage, MatrixCell>;
};

type Props = { caption: string; totals: Record<Stage, number>; rows: readonly MatrixRow[] };

/** Enterprises down, stages across, every project by its short name. */
export function StageMatrix({ caption, totals, rows }: Props) {
  return (
    <table className={classNames("matrix", totals.under_construction > 0 && "even")}>
      <caption className="vh">{caption}</caption>
      <colgroup>
        <col className="c0" />
        <col />
        <col className="c1" />
        <col className="c2" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="small faint">企业</span>
          </th>
          {stages.map((stage) => (
            <th key={stage} scope="col">
              <StageTag stage={stage} tile />
              <span className="fig">{totals[stage]}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.enterprises.join()}>
            <th scope="row">
              <EnterpriseNames names={row.enterprises} />
              <span className="faint small">{`${row.count} 个`}</span>
            </th>
            {stages.map((stage) => (
              <td
                key={stage}
                data-l={stageTileText[stage]}
                className={row.cells[stage].count === 0 ? "z" : undefined}
              >
                <CellContent stage={stage} cell={row.cells[stage]} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function EnterpriseNames({ names }: { names: readonly string[] }) {
  return names.map((name, index) => (
    <Fragment key={name}>
      {index > 0 && (
        <>
          、<wbr />
        </>
      )}
      {name}
    </Fragment>
  ));
}

function CellContent({ stage, cell }: { stage: Stage; cell: MatrixCell }) {
  if (cell.count === 0) return <span className="none">0</span>;
  if (cell.projects.length === 0) return <a href={cell.href}>{`${cell.count} 个`}</a>;
  const { icon, tagClass } = stageMarks[stage];
  return (
    <ul className="plist">
      {cell.projects.map(({ code, name, shortName }) => (
        <li key={code} className={tagClass}>
          <a href={paths.project(code)} title={name}>
            <Icon name={icon} />
            <span>{shortName}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
