import type { Metadata } from "next";
import { EnterpriseCards } from "@/components/organization/enterprise-cards";
import { Section } from "@/components/ui/section";
import { listPublicEnterprises } from "@/lib/organization/organization-queries";
import { PublicPage } from "../public-page";

export const metadata: Metadata = {
  title: "企业",
  description: "投资项目和签订协议的企业，各有哪些项目和数字。",
};

export default async function EnterprisesPage() {
  const { total, items } = await listPublicEnterprises();
  const investors = items.filter(({ projectCount }) => projectCount > 0);
  const signatories = items.filter(({ projectCount }) => projectCount === 0);
  return (
    <PublicPage current="enterprises" title="企业">
      <div className="stack mt-2">
        <h1 className="title">企业</h1>
        <p className="soft measure">
          {`登记 ${total} 家企业，${investors.length} 家有项目。共同投资项目在每一家下面都列出，合计时只计一次。`}
          {items.length < total && `这里列出前 ${items.length} 家。`}
        </p>
      </div>
      <div className="stack-lg mt-8">
        <Section id="investors" title="投资项目的企业">
          <EnterpriseCards enterprises={investors} />
        </Section>
        {signatories.length > 0 && (
          <Section id="signatories" title="只签了协议的企业">
            <EnterpriseCards enterprises={signatories} />
          </Section>
        )}
      </div>
    </PublicPage>
  );
}
