import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { type Condition, type Stage, stages } from "@/lib/project/project-rules";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { stageText } from "@/lib/text/stage-text";

type Text = (name: string) => { name: string; defaultValue: string; error?: string };

/** Whether the stage changed; what a change needs is shown once it is chosen, also without JavaScript. */
export function StageFields({ stage, text }: { stage: Stage; text: Text }) {
  const later = stages.slice(stages.indexOf(stage) + 1);
  if (later.length === 0) return <input type="hidden" name="newStage" value="" />;
  const options = [
    { value: "", label: `没有，仍是${stageText[stage]}` },
    ...later.map((value) => ({ value, label: `进入${stageText[value]}` })),
  ];
  return (
    <div className="stack group/stage">
      <Choice {...text("newStage")} label="阶段有变化吗" options={options} />
      <div className="hidden grid-cols-1 items-start gap-5 group-has-[input:checked:not([value=''])]/stage:grid md:grid-cols-2">
        <TextInput
          {...text("stageOn")}
          label="实际开工或投产日期"
          hint="例如 2016-03-01、2016-03 或 2016 年上半年"
        />
        <TextInput {...text("stageEvidence")} label="依据" hint="文件、现场查看或报道的名称和日期" />
        {stage === "signed" && (
          <div className="hidden group-has-[input[value=operating]:checked]/stage:block">
            <TextInput {...text("stageReason")} label="没有开工记录的原因" />
          </div>
        )}
      </div>
    </div>
  );
}

/** Whether the condition changed, likewise. */
export function ConditionFields({ condition, text }: { condition: Condition | null; text: Text }) {
  const now = condition ? conditionText[condition] : conditionUnverifiedText;
  const others = (["active", "paused", "terminated"] as const).filter((value) => value !== condition);
  const options = [
    { value: "", label: `没有变化，仍是${now}` },
    ...others.map((value) => ({ value, label: conditionText[value], icon: value })),
  ];
  return (
    <div className="stack group/condition">
      <Choice {...text("newCondition")} label="状况" options={options} />
      <div className="hidden grid-cols-1 items-start gap-5 group-has-[input:checked:not([value=''])]/condition:grid md:grid-cols-2">
        <TextInput {...text("conditionReason")} label="原因" hint="暂停、终止和恢复都要写" />
        <div className="hidden group-has-[input[value=paused]:checked]/condition:block">
          <TextInput {...text("conditionReviewOn")} label="复核日期" hint="哪一天再看能否恢复" />
        </div>
      </div>
    </div>
  );
}
