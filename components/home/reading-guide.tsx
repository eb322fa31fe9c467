import { StageMeanings } from "@/components/project/stage-meanings";
import { KeyValues } from "@/components/ui/key-values";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Home } from "@/lib/home/home-dto";
import { paths } from "@/lib/paths";
import { missingText } from "@/lib/text/missing-text";
import { trackingText } from "@/lib/text/tracking-text";

/** How to read stages and missing values, short; the page about the site says it all. */
export function ReadingGuide({ home: { total, unverifiedCount } }: { home: Home }) {
  const howMany =
    unverifiedCount === total ? `现在 ${total} 个项目都是。` : `现在 ${unverifiedCount} 个项目是。`;
  return (
    <Section id="reading" title="怎么看这些数字">
      <StageMeanings />
      <KeyValues
        width="wide"
        className="mt-4"
        items={[
          { term: trackingText.unverified, value: `没有填报和核实，最近的来源早于 3 个月前。${howMany}` },
          { term: missingText.not_stated, value: "报道可以写、但没有写。不写 0，也不推测。" },
          { term: missingText.not_reported, value: "还没有人填报过。" },
          { term: missingText.unassigned, value: "还没有指定责任单位。" },
          { term: "推断", value: "报道没有写明，是我们这样读。旁边写着理由；表格里用 † 表示。" },
        ]}
      />
      <div className="row mt-4">
        <LinkButton href={paths.about()}>数据说明</LinkButton>
      </div>
    </Section>
  );
}
