import { StageMeanings } from "@/components/project/stage-meanings";
import { KeyValues } from "@/components/ui/key-values";
import { Section } from "@/components/ui/section";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { stageText } from "@/lib/text/stage-text";
import { trackingText } from "@/lib/text/tracking-text";

/** Where a project stands, whether it moves, and whether somebody follows it. */
export function AboutStages() {
  const { active, paused, terminated } = conditionText;
  return (
    <Section id="stages" title="怎么看阶段">
      <StageMeanings />
      <KeyValues
        width="wide"
        className="mt-4"
        items={[
          {
            term: "阶段怎么变",
            value: `${stageText.signed} → ${stageText.under_construction} → ${stageText.operating}，只往前走，每一步都有日期和依据。记错了用“更正”，由填报人以外的人办理，留下痕迹。`,
          },
          {
            term: "状况",
            value: `${active}、${paused}、${terminated}，和阶段分开记。没有来源写明时是“${conditionUnverifiedText}”。终止的项目仍然计入总数，不再填报，也不算断报。`,
          },
          {
            term: trackingText.unverified,
            value: "没有发布过的填报和核实，最近的来源早于 3 个月前。",
          },
          { term: trackingText.lapsed, value: "有过填报或核实，最近一次早于 3 个月前。" },
          { term: trackingText.tracked, value: "最近 3 个月内有来源、填报或核实。" },
          {
            term: "红黄绿灯",
            value:
              "内部督办用，不在公开页面出现。公开页面只写时限、是否已过和最近的记录；没有后续记录，不等于没有办成。",
          },
        ]}
      />
    </Section>
  );
}

/** The words for what is not there, and the mark of what we read into a source. */
export function AboutMissing() {
  return (
    <Section id="missing" title="没有的数据怎么写" note="不写 0，也不推测">
      <KeyValues
        width="wide"
        items={[
          { term: missingText.not_stated, value: "来源可以写、但没有写。" },
          { term: missingText.not_reported, value: "还没有人填报过。" },
          { term: missingText.unassigned, value: "要由我们指定、还没有指定，例如责任单位。" },
          { term: missingText.not_applicable, value: "对这个项目没有意义。" },
          { term: missingText.not_computable, value: "比率算不出来，因为分母是 0，或者一个也没有核实。" },
          {
            term: "推断、†",
            value:
              "来源没有写明，是我们这样读。理由写在旁边；表格里只标 †，理由在项目页上。推断的时限不用来判断早晚。",
          },
        ]}
      />
    </Section>
  );
}
