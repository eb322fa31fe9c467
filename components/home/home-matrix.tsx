import { type MatrixRow, StageMatrix } from "@/components/project/stage-matrix";
import type { EnterpriseSet, Home } from "@/lib/home/home-dto";
import { paths } from "@/lib/paths";
import { type Stage, stages } from "@/lib/project/project-rules";

type Props = { caption: string; home: Pick<Home, "stageCounts" | "total" | "enterpriseSets"> };

/** The matrix of the home page; enterprises beyond the listed sets share one last row. */
export function HomeMatrix({ caption, home }: Props) {
  const rows = home.enterpriseSets.map(rowOf);
  const others = otherRow(home);
  return (
    <StageMatrix
      caption={caption}
      totals={home.stageCounts}
      rows={others.count > 0 ? [...rows, others] : rows}
    />
  );
}

function rowOf({ enterprises, count, cells }: EnterpriseSet): MatrixRow {
  const [first] = enterprises;
  const cellOf = (stage: Stage) => ({
    ...cells[stage],
    href: paths.projects({ stage, enterprise: first?.slug ?? null }),
  });
  return {
    enterprises: enterprises.map(({ shortName }) => shortName),
    count,
    cells: {
      signed: cellOf("signed"),
      under_construction: cellOf("under_construction"),
      operating: cellOf("operating"),
    },
  };
}

function otherRow({ stageCounts, total, enterpriseSets }: Props["home"]): MatrixRow {
  const listed = (stage: Stage) => enterpriseSets.reduce((sum, set) => sum + set.cells[stage].count, 0);
  const cellOf = (stage: Stage) => ({
    count: stageCounts[stage] - listed(stage),
    projects: [],
    href: paths.projects({ stage }),
  });
  return {
    enterprises: ["其他企业"],
    count: total - stages.reduce((sum, stage) => sum + listed(stage), 0),
    cells: {
      signed: cellOf("signed"),
      under_construction: cellOf("under_construction"),
      operating: cellOf("operating"),
    },
  };
}
