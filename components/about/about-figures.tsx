import { KeyValues } from "@/components/ui/key-values";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";

/** How the rates are computed. */
export function AboutRates() {
  return (
    <Section id="rates" title="比率怎么算" note="比率总和它的分数写在一起">
      <KeyValues
        width="wide"
        items={[
          { term: "累计签约", value: "登记的全部项目，一个项目只计一次，终止的也在内。" },
          { term: "开工率", value: "（在建 + 已投产）/ 累计签约" },
          { term: "投产率", value: "已投产 / 累计签约" },
          { term: "履约率", value: "核实为前期、在建或投产 / 累计签约。一个也没有核实时不计算。" },
          {
            term: "资金到位率",
            value: "累计到位资金 / 协议投资额，只算两个数都有的项目，并写明有几个。续建的项目可能超过 100%。",
          },
        ]}
      />
    </Section>
  );
}

/** Where facts come from and what happens to them. */
export function AboutRules() {
  return (
    <Section id="rules" title="数据规则">
      <ul className="list-disc ps-5 soft measure">
        <li>
          公开的事实都有出处：一篇文献的某一段，或者一份经审核发布的填报、核实。全部文献在
          <a href={paths.sources()}>数据来源</a>。
        </li>
        <li>自己写的内容不能自己审核。发布、更正和撤回都留下记录。</li>
        <li>协议投资额、计划总投资、到位资金和完成投资是四个不同的数，不相加，也不互相代替。</li>
        <li>企业、项目和地方的数字分开登记，不连成一个序列。</li>
        <li>日期只写到来源写到的程度：2014 年、2015 年下半年、不晚于 2015-08-10。</li>
        <li>原来的承诺和时限一直保留；调整另写一条，带原因。</li>
        <li>首批事实来自一篇 2015-08-10 的报道。本站不转载正文，报道写到的人只在来源页列出。</li>
      </ul>
    </Section>
  );
}
