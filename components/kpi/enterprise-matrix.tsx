import { type MatrixCell, type MatrixRow, StageMatrix } from "@/components/project/stage-matrix";
import { EmptyState } from "@/components/ui/empty-state";
import type { Dashboard, MatrixGroup } from "@/lib/kpi/dashboard-dto";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import { paths } from "@/lib/paths";
import type { Stage } from "@/lib/project/project-rules";

type Props = { caption: string; totals: StageCounts; matrix: Dashboard["matrix"] };

/** Enterprises × stages: every project by its name while there are few, the smallest groups in one row. The table is its own data table. */
export function EnterpriseMatrix({ caption, totals, matrix }: Props) {
  const { groups, rest } = matrix;
  return (
    <figure className="panel chart" id="enterprises" aria-labelledby="enterprises-caption">
      <figcaption id="enterprises-caption">{caption}</figcaption>
      <p className="sub">按企业和阶段，单位：个。共同投资项目只计一次。</p>
      {groups.length === 0 ? (
        <EmptyState title="没有签约的项目">这一天之前没有登记任何签约。</EmptyState>
      ) : (
        <StageMatrix
          caption={`${caption}：按企业和阶段统计的项目数`}
          totals={totals}
          rows={rest.groups > 0 ? [...groups.map(rowOf), restRow(rest)] : groups.map(rowOf)}
        />
      )}
    </figure>
  );
}

function rowOf({ enterprises, count, cells }: MatrixGroup): MatrixRow {
  const cell = (stage: Stage) => ({
    ...cells[stage],
    href: paths.projects({ stage, enterprise: enterprises[0]?.slug ?? null }),
  });
  return { enterprises: enterprises.map(({ name }) => name), count, cells: cellsBy(cell) };
}

/** The enterprises that have no row of their own; its cells lead to the register. */
function restRow({ groups, stages }: Dashboard["matrix"]["rest"]): MatrixRow {
  const cell = (stage: Stage) => ({ count: stages[stage], projects: [], href: paths.projects({ stage }) });
  const count = stages.signed + stages.under_construction + stages.operating;
  return { enterprises: [`其余 ${groups} 组`], count, cells: cellsBy(cell) };
}

function cellsBy(cell: (stage: Stage) => MatrixCell): MatrixRow["cells"] {
  return {
    signed: cell("signed"),
    under_construction: cell("under_construction"),
    operating: cell("operating"),
  };
}
