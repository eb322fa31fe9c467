import type { Metadata } from "next";
import { AboutRates, AboutRules } from "@/components/about/about-figures";
import { AboutAccessibility, AboutOperator, AboutPages } from "@/components/about/about-site";
import { AboutMissing, AboutStages } from "@/components/about/about-words";
import { PublicPage } from "../public-page";

export const metadata: Metadata = {
  title: "关于本站",
  description: "怎么看阶段、没有的数据、推断和比率；数据规则、主办单位和无障碍说明。",
};

export default function AboutPage() {
  return (
    <PublicPage current="about" title="关于本站">
      <header className="stack mt-2">
        <h1 className="title">关于本站</h1>
        <p className="lead">
          签约是承诺。本站记录遵义招商引资协议里承诺了什么，每个项目到了哪一步，以及这些是怎么知道的。
        </p>
      </header>
      <div className="stack-lg mt-8">
        <AboutStages />
        <AboutMissing />
        <AboutRates />
        <AboutRules />
        <AboutOperator />
        <AboutAccessibility />
        <AboutPages />
      </div>
    </PublicPage>
  );
}
