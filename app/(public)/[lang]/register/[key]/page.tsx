import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { IgnoredNote } from "@/components/project/ignored-note";
import { ProjectFilters } from "@/components/project/project-filters";
import { ProjectSelection } from "@/components/project/project-selection";
import { StageTabs } from "@/components/project/stage-tabs";
import { today } from "@/lib/clock";
import { listPublicProjects } from "@/lib/project/project-list-queries";
import { projectQueryFromKey } from "@/lib/project/project-query-key";
import { getRegisterSummary } from "@/lib/project/register-summary-queries";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ key: string }> };

export const metadata: Metadata = { title: "项目台账" };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { key: string }[] {
  return [];
}

/** The register at /projects; the proxy makes the key of its parameters. */
export default async function RegisterPage({ params }: Props) {
  const { key } = await params;
  const selection = projectQueryFromKey(key);
  if (!selection) notFound();
  const { query, ignored } = selection;
  const day = await today();
  const [list, summary] = await Promise.all([listPublicProjects(query, day), getRegisterSummary()]);
  return (
    <PublicPage current="projects" title="项目台账">
      <div className="stack mt-2">
        <h1 className="title">项目台账</h1>
        <p className="soft measure">{`登记 ${summary.registered} 个项目：每一个承诺了什么，现在到哪一步，怎么知道的。`}</p>
        <IgnoredNote ignored={ignored} />
        <ProjectFilters query={query} summary={summary} />
        <StageTabs query={query} counts={list.stageCounts} />
        <ProjectSelection list={list} summary={summary} query={query} day={day} />
      </div>
    </PublicPage>
  );
}
