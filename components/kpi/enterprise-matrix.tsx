import { type MatrixRow, StageMatrix } from "@/components/project/stage-matrix";
import { EmptyState } from "@/components/ui/empty-state";
import type { Dashboard, MatrixGroup } from "@/lib/kpi/dashboard-dto";
import type { StageCounts } from "@/lib/kpi/kpi-rules";
import { paths } from "@/lib/paths";
import type { Stage, stages } from "@/lib/project/project-rules";

type Props = { caption: string; totals: StageCounts; matrix: Dashboard["matrix"] };

/** Enterprises × stages: every project by its name while there are few. The table is its own data table. */
export function EnterpriseMatrix({ caption, totals, matrix }: Props) {
  const { groups, hidden } = matrix;
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
          rows={groups.map(rowOf)}
        />
      )}
      {hidden.groups > 0 && (
        <p className="mt-2">
          {`另有 ${hidden.groups} 组企业，共 ${hidden.projects} 个项目，见`}
          <a href={paths.projects()}>项目台账</a>。
        </p>
      )}
    </figure>
  );
}

function rowOf({ enterprises, count, cells }: MatrixGroup): MatrixRow {
  const cell = (stage: Stage) => ({
    ...cells[stage],
    href: paths.projects({ stage, enterprise: enterprises[0]?.slug ?? null }),
  });
  return {
    enterprises: enterprises.map(({ name }) => name),
    count,
    cells: {
      signed: cell("signed"),
      under_construction: cell("under_construction"),
      operating: cell("operating"),
    } satisfies Record<(typeof stages)[number], unknown>,
  };
}
