import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrintButton } from "@/components/layout/print-button";
import { EnterpriseAgreements } from "@/components/organization/enterprise-agreements";
import { EnterpriseFacts } from "@/components/organization/enterprise-facts";
import { EnterpriseProjects } from "@/components/organization/enterprise-projects";
import { FigureTable } from "@/components/project/figure-table";
import { ChangeHistory } from "@/components/register/change-history";
import { today } from "@/lib/clock";
import { getPublicEnterprise } from "@/lib/organization/organization-queries";
import { paths } from "@/lib/paths";
import { listPublicChanges } from "@/lib/register-change/public-change-queries";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ slug: string }> };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { slug: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const enterprise = await getPublicEnterprise(slug, await today());
  return enterprise ? { title: enterprise.name, description: enterprise.description ?? enterprise.name } : {};
}

export default async function EnterprisePage({ params }: Props) {
  const { slug } = await params;
  const [enterprise, changes] = await Promise.all([
    getPublicEnterprise(slug, await today()),
    listPublicChanges("organization", slug),
  ]);
  if (!enterprise) notFound();
  const { name, shortName, description, agreements, figures } = enterprise;
  return (
    <PublicPage
      current="enterprises"
      trail={[{ label: "企业", href: paths.enterprises() }]}
      title={shortName}
    >
      <header className="stack mt-2">
        <h1 className="title">{name}</h1>
        {description && <p className="lead">{description}</p>}
        <PrintButton />
      </header>
      <div className="aside mt-8">
        <div className="stack-lg">
          <EnterpriseProjects enterprise={enterprise} />
          <EnterpriseAgreements agreements={agreements} />
          <FigureTable figures={figures} />
          {changes.length > 0 && <ChangeHistory changes={changes} />}
        </div>
        <EnterpriseFacts enterprise={enterprise} />
      </div>
    </PublicPage>
  );
}
