import { Section } from "@/components/ui/section";
import { paths } from "@/lib/paths";
import { noOperatorText } from "@/lib/text/site-text";

/** Who runs the site. */
export function AboutOperator() {
  return (
    <Section id="operator" title="主办单位">
      <p className="soft measure">{`${noOperatorText}这里的内容以来源为准。`}</p>
    </Section>
  );
}

/** What the site promises to everyone who reads it. */
export function AboutAccessibility() {
  return (
    <Section id="accessibility" title="无障碍说明">
      <ul className="list-disc ps-5 soft measure">
        <li>按 WCAG 2.2 AA 制作：全部功能可以只用键盘，第一个 Tab 是“跳到主要内容”。</li>
        <li>颜色不单独表示任何意思，形状和文字同时写出。</li>
        <li>公开页面不需要 JavaScript。字号可以放大到 200%，手机上不用左右滚动。</li>
        <li>深色模式跟随系统；打印总是浅色。</li>
        <li>图都有同样内容的文字或表格。</li>
      </ul>
    </Section>
  );
}

const pages = [
  { href: paths.home(), label: "首页", note: "登记了多少、各到哪一步、承诺了什么" },
  { href: paths.projects(), label: "项目台账", note: "全部项目，可以筛选和排序" },
  { href: paths.agreements(), label: "协议", note: "签约方、日期、项目和承诺" },
  { href: paths.enterprises(), label: "企业", note: "各有哪些项目、协议和数字" },
  { href: paths.sources(), label: "数据来源", note: "文献，和每一段用在哪里" },
  { href: paths.dashboard(), label: "总览", note: "按统计日看的汇总" },
] as const;

/** The way to every part of the site. */
export function AboutPages() {
  return (
    <Section id="pages" title="本站的页面">
      <ul className="list-none">
        {pages.map(({ href, label, note }) => (
          <li key={href} className="min-h-8">
            <a href={href}>{label}</a>
            <span className="small soft">{`　${note}`}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
