import { Tabs } from "@/components/ui/tabs";
import { type ImportVerdict, importVerdicts } from "@/lib/import/import-dto";
import type { VerdictCounts } from "@/lib/import/import-sentence";
import { paths } from "@/lib/paths";
import { importVerdictText } from "@/lib/text/import-text";

type Props = { id: number; counts: VerdictCounts; show: ImportVerdict | null };

/** All rows, or those of one verdict that occurs. */
export function VerdictTabs({ id, counts, show }: Props) {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <Tabs
      label="行的结论"
      tabs={[
        { href: paths.staffImportPreview(id), label: "全部", count: all, current: show === null },
        ...importVerdicts
          .filter((verdict) => counts[verdict] > 0 || verdict === show)
          .map((verdict) => ({
            href: paths.staffImportPreview(id, { show: verdict }),
            label: importVerdictText[verdict],
            count: counts[verdict],
            current: show === verdict,
          })),
      ]}
    />
  );
}
