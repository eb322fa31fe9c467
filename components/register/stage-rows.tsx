import { TextInput } from "@/components/ui/text-input";
import { stageField } from "@/lib/project/project-register-rules";
import { type Stage, stages } from "@/lib/project/project-rules";
import { stageStepText } from "@/lib/register-change/project-field-names";
import type { RowText } from "./row-group";

/** The way that a project has come when it is registered: at least its signing. */
export function StageRows({ text }: { text: RowText }) {
  return (
    <fieldset id="stages">
      <legend>走到哪一步</legend>
      <p className="hint">
        签约日期必填；只知道不晚于哪一天，就写“不晚于
        2016-03-01”。已经开工或投产的，一并写日期。依据和整份登记相同的，不用再写。
      </p>
      <div className="entry-rows">
        {stages.map((stage) => (
          <StageRow key={stage} stage={stage} text={text} />
        ))}
      </div>
    </fieldset>
  );
}

function StageRow({ stage, text }: { stage: Stage; text: RowText }) {
  const name = stageStepText[stage];
  const skips = text(stageField("operating", "reason"));
  return (
    <fieldset className="entry-row stage-row">
      <legend className="vh">{name}</legend>
      <TextInput {...text(stageField(stage, "on"))} label={`${name}日期`} optional={stage !== "signed"} />
      <TextInput {...text(stageField(stage, "evidence"))} label={`${name}的依据`} optional />
      {stage === "operating" && (
        <TextInput {...skips} label="没有开工记录的原因" hint="填了投产、没填开工时写。" wide optional />
      )}
    </fieldset>
  );
}
