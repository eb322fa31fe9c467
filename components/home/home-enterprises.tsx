import { EnterpriseCards } from "@/components/organization/enterprise-cards";
import { Section } from "@/components/ui/section";
import type { Home } from "@/lib/home/home-dto";
import { paths } from "@/lib/paths";

/** The enterprises that carry the projects. Nothing when there are none. */
export function HomeEnterprises({ home }: { home: Home }) {
  const { enterprises, hasMoreEnterprises, enterpriseSets } = home;
  if (enterprises.length === 0) return null;
  const joint = enterpriseSets
    .filter((set) => set.enterprises.length > 1)
    .reduce((sum, { count }) => sum + count, 0);
  const note = joint > 0 ? `${joint} 个共同投资项目，在每一家下面都列出` : undefined;
  return (
    <Section
      id="enterprises"
      title={hasMoreEnterprises ? "企业" : `${enterprises.length} 家企业`}
      note={hasMoreEnterprises ? <a href={paths.enterprises()}>查看全部企业</a> : note}
    >
      <EnterpriseCards enterprises={enterprises} />
    </Section>
  );
}
