import type { Metadata } from "next";
import { AgreementTable } from "@/components/agreement/agreement-table";
import { listPublicAgreements } from "@/lib/agreement/agreement-queries";
import { today } from "@/lib/clock";
import { PublicPage } from "../public-page";

export const metadata: Metadata = {
  title: "协议",
  description: "遵义招商引资协议的签约方、日期、项目和出处。",
};

export default async function AgreementsPage() {
  const { total, items } = await listPublicAgreements(await today());
  return (
    <PublicPage current="agreements" title="协议">
      <div className="stack mt-2">
        <h1 className="title">协议</h1>
        <p className="soft measure">
          {`登记 ${total} 份协议：谁和谁签的，什么时候，有哪些项目。`}
          {items.length < total && `这里列出最新的 ${items.length} 份。`}
        </p>
        <AgreementTable items={items} />
      </div>
    </PublicPage>
  );
}
