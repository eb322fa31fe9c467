"use client";

import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { projectTypeText } from "@/lib/text/project-text";
import { InvestorRows } from "./investor-rows";
import { ProjectAmounts } from "./project-amounts";
import { CommitmentRows, MilestoneRows } from "./promise-rows";
import type { RegisterFieldsProps } from "./register-fields-props";
import { StageRows } from "./stage-rows";

const types = Object.entries(projectTypeText).map(([value, label]) => ({ value, label }));

/** What is typed in of a project, with what it promises. */
export function ProjectFields({ text, values, errors, choices, isNew }: RegisterFieldsProps) {
  const type = text("type");
  return (
    <>
      <TextInput {...text("name")} label="项目名称" hint="照协议或批文写，例如 中兴大数据中心。" />
      <div className="cols-2 gap-5 items-start">
        <TextInput {...text("shortName")} label="简称" hint="列表和图里用；不填就用名称。" optional />
        <TextInput {...text("place")} label="落户地" hint="没有登记过的会一并登记。" list="places" optional />
      </div>
      <datalist id="places">
        {choices.places.map(({ slug, name }) => (
          <option key={slug} value={name} />
        ))}
      </datalist>
      <Choice key={type.defaultValue} {...type} label="类型" options={types} />
      <Textarea
        {...text("summary")}
        label="项目内容"
        hint="用自己的话，一两句写要做什么。公众会看到。"
        rows={3}
      />
      <InvestorRows text={text} values={values} organizations={choices.organizations} />
      <div className="cols-2 gap-5 items-start">
        <TextInput
          {...text("agreement")}
          label="所属协议"
          hint="填编号或名称，例如 A2015-02。"
          list="agreements"
          optional
        />
        <TextInput {...text("agreementNote")} label="协议未明的原因" hint="不知道属于哪份时写。" optional />
      </div>
      <datalist id="agreements">
        {choices.agreements.map(({ code, title, callName }) => (
          <option key={code} value={code} label={title ?? callName} />
        ))}
      </datalist>
      <ProjectAmounts
        key={["plannedInvestment", "agreedInvestment", "currency"]
          .map((name) => text(name).defaultValue)
          .join()}
        planned={text("plannedInvestment")}
        agreed={text("agreedInvestment")}
        currency={text("currency")}
      />
      {isNew ? <StageRows text={text} /> : <StageNote />}
      <CommitmentRows text={text} values={values} error={errors.commitment} />
      <MilestoneRows text={text} values={values} error={errors.milestone} />
    </>
  );
}

function StageNote() {
  return <p className="hint">阶段和状况不在这里改：往前走用进展填报，记录有误用更正。</p>;
}
