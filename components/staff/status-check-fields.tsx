import { Choice } from "@/components/ui/choice";
import { TextInput } from "@/components/ui/text-input";
import type { KeptValues } from "@/lib/result";
import { evidenceKinds, statusAnswers } from "@/lib/status-check/status-check-rules";
import { evidenceKindText } from "@/lib/text/evidence-text";
import { statusAnswerNoteText, statusAnswerText } from "@/lib/text/status-check-text";

type Props = {
  values: KeptValues;
  errors: Record<string, string>;
  units: readonly string[];
  /** The responsible unit now; null: none. */
  unit: string | null;
};

/** Everything that a status check asks, in its order. */
export function StatusCheckFields({ values, errors, units, unit }: Props) {
  const text = (name: string) => {
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  return (
    <>
      <Choice
        {...text("answer")}
        label="现在是什么情况"
        layout="ways"
        options={statusAnswers.map((value) => ({
          value,
          label: statusAnswerText[value],
          note: statusAnswerNoteText[value],
        }))}
      />
      <div className="hidden group-has-[input[value=terminated]:checked]/check:block">
        <TextInput {...text("reason")} label="终止的原因" />
      </div>
      <div className="cols-2 gap-5 items-start">
        <TextInput
          {...text("on")}
          label="日期"
          hint="只知道年份，就填 2016 年。"
          placeholder="2016-03-01、2016-03 或 2016 年"
        />
        <TextInput
          {...text("unit")}
          label="责任单位"
          hint={`现在${unit ?? "未指定"}。可以选已有的，也可以写新的；由审核员指定。`}
          list="units"
          optional
        />
        <datalist id="units">
          {units.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
      <Choice
        {...text("evidenceKind")}
        label="依据是什么"
        options={evidenceKinds.map((value) => ({ value, label: evidenceKindText[value] }))}
      />
      <TextInput {...text("evidence")} label="依据名称和日期" hint="公众会看到，不写人名和电话。" />
    </>
  );
}
