import { Missing } from "@/components/source/missing";
import { type KeyValue, KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import type { Dashboard } from "@/lib/kpi/dashboard-dto";
import { paths } from "@/lib/paths";

type Props = Pick<Dashboard, "sources" | "newestReportOn"> & {
  /** Null: the viewer may not know. */
  pendingReviews: number | null;
};

/** How fresh the data are, and what waits to get in. */
export function DataPanel({ sources, newestReportOn, pendingReviews }: Props) {
  const items: KeyValue[] = [
    {
      term: "最近来源",
      value: sources.newestOn ? (
        <>
          {`${sources.newestOn}，`}
          <a href={paths.sources()}>{`共 ${sources.count} 份`}</a>
        </>
      ) : (
        "没有来源"
      ),
    },
    { term: "最近填报", value: newestReportOn ?? <Missing why="not_reported" /> },
    ...(pendingReviews === null ? [] : [{ term: "待审核填报", value: pendingReviews }]),
  ];
  return (
    <Panel id="data" title="数据情况">
      <KeyValues items={items} width="wide" />
    </Panel>
  );
}
