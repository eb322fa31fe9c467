import type { Metadata } from "next";
import { SourceTable } from "@/components/source/source-table";
import { EmptyState } from "@/components/ui/empty-state";
import { listPublicSources } from "@/lib/source/source-queries";
import { PublicPage } from "../public-page";

export const metadata: Metadata = {
  title: "数据来源",
  description: "登记的事实来自哪些文献，每一段用在哪里。",
};

export default async function SourcesPage() {
  const items = await listPublicSources();
  return (
    <PublicPage current="sources" title="数据来源">
      <div className="stack mt-2">
        <h1 className="title">数据来源</h1>
        <p className="soft measure">
          公开的事实出自下面的文献，或者出自经审核发布的填报和核实。文献只登记事实、名称和段号，不转载正文。
        </p>
        {items.length > 0 ? <SourceTable items={items} /> : <EmptyState title="还没有登记来源" />}
      </div>
    </PublicPage>
  );
}
