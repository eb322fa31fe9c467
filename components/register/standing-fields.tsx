"use client";

import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import {
  conditionRecordField,
  conditionVoidField,
  recordsOf,
  recordWords,
} from "@/lib/project/standing-form-rules";
import type { RegisterFieldsProps } from "./register-fields-props";

/** What is recorded of a project's stages and conditions, to be put right. */
export function StandingFields({ text, values, errors }: RegisterFieldsProps) {
  const records = recordsOf(values);
  return (
    <>
      <p className="soft">只改记录错了的。清空日期，就是这个阶段没有发生过；新的进展请用“填报进展”。</p>
      <TextInput {...text("signedOn")} label="签约日期" hint="例如 2015-08-07，不晚于 2015-08-10" />
      <div className="cols-2 gap-5 items-start">
        <TextInput {...text("startedOn")} label="开工日期" optional />
        <Textarea {...text("startedEvidence")} label="开工的依据" rows={2} optional />
        <TextInput {...text("operatingOn")} label="投产日期" optional />
        <Textarea {...text("operatingEvidence")} label="投产的依据" rows={2} optional />
      </div>
      <TextInput
        {...text("directReason")}
        label="没有开工记录的原因"
        hint="有投产日期、没有开工日期时填"
        optional
      />
      {records.length > 0 && (
        <fieldset id="conditions" className="stack">
          <legend>状况记录</legend>
          {errors.conditions && <p className="err">{errors.conditions}</p>}
          {records.map(({ row, record }) => (
            <label key={row} className="tick">
              <input
                type="hidden"
                name={conditionRecordField(row)}
                value={String(values[conditionRecordField(row)])}
              />
              <input
                type="checkbox"
                name={conditionVoidField(row)}
                value="yes"
                defaultChecked={values[conditionVoidField(row)] === "yes"}
              />
              {record ? `作废：${recordWords(record)}` : "读不出的记录"}
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
