import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AgreementFacts } from "@/components/agreement/agreement-facts";
import { AgreementHeader } from "@/components/agreement/agreement-header";
import { agreementName } from "@/components/agreement/agreement-name";
import { AgreementProjects } from "@/components/agreement/agreement-projects";
import { AgreementPromises } from "@/components/agreement/agreement-promises";
import { AgreementChanges, AgreementEvents } from "@/components/agreement/agreement-records";
import { getPublicAgreement } from "@/lib/agreement/agreement-queries";
import { today } from "@/lib/clock";
import { paths } from "@/lib/paths";
import { listPublicChanges } from "@/lib/register-change/public-change-queries";
import { PublicPage } from "../../public-page";

type Props = { params: Promise<{ code: string }> };

/** Nothing is rendered at build time; each page below a parameter of its own has to say so. */
export function generateStaticParams(): { code: string }[] {
  return [];
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { code } = await params;
  const agreement = await getPublicAgreement(code, await today());
  return agreement ? { title: `${agreementName(agreement)} ${code}`, description: agreement.summary } : {};
}

export default async function AgreementPage({ params }: Props) {
  const { code } = await params;
  const day = await today();
  const [agreement, changes] = await Promise.all([
    getPublicAgreement(code, day),
    listPublicChanges("agreement", code),
  ]);
  if (!agreement) notFound();
  return (
    <PublicPage current="agreements" trail={[{ label: "协议", href: paths.agreements() }]} title={code}>
      <AgreementHeader agreement={agreement} day={day} />
      <div className="aside mt-8">
        <div className="stack-lg">
          <AgreementProjects agreement={agreement} />
          <AgreementPromises promises={agreement.promises} day={day} />
          <AgreementEvents events={agreement.events} />
          <AgreementChanges agreement={agreement} changes={changes} />
        </div>
        <AgreementFacts agreement={agreement} />
      </div>
    </PublicPage>
  );
}
