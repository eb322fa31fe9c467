import { Choice } from "@/components/ui/choice";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { evidenceKindText } from "@/lib/text/evidence-text";
import type { RegisterFieldsProps } from "./register-fields-props";

const kinds = [
  { value: "change", label: "变更：情况变了" },
  { value: "correction", label: "更正：原来登记错了" },
];

const evidenceKinds = [
  { value: "", label: "请选择" },
  ...Object.entries(evidenceKindText).map(([value, label]) => ({ value, label })),
];

type Props = Pick<RegisterFieldsProps, "text" | "isNew"> & {
  /** Of what it is about only the record can be wrong. */
  onlyCorrects: boolean;
};

/** Why something is changed, and on what that rests. */
export function GroundsFields({ text, isNew, onlyCorrects }: Props) {
  const changeKind = text("changeKind");
  const evidenceKind = text("evidenceKind");
  return (
    <>
      {!isNew && (
        <>
          {onlyCorrects ? (
            <input type="hidden" name="changeKind" value="correction" />
          ) : (
            <Choice key={changeKind.defaultValue} {...changeKind} label="变更还是更正" options={kinds} />
          )}
          <Textarea {...text("reason")} label="为什么改" hint="公众会看到。" rows={2} />
        </>
      )}
      <div className="cols-2 gap-5 items-start">
        <Select
          key={evidenceKind.defaultValue}
          {...evidenceKind}
          label="依据的种类"
          options={evidenceKinds}
        />
        <TextInput {...text("evidenceOn")} label="依据的日期" placeholder="2016-03-01" />
      </div>
      <Textarea
        {...text("evidence")}
        label="依据"
        hint="写名称和条款，例如 合作协议第 3 条。公众会看到，不写人名和电话。"
        rows={2}
      />
    </>
  );
}
