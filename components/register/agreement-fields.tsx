"use client";

import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { agreementKindText } from "@/lib/text/agreement-text";
import { missingText } from "@/lib/text/missing-text";
import { AmountInput } from "./amount-input";
import { PartyRows } from "./party-rows";
import type { RegisterFieldsProps } from "./register-fields-props";

const kinds = [
  { value: "", label: missingText.not_stated },
  ...Object.entries(agreementKindText).map(([value, label]) => ({ value, label })),
];

/** What is typed in of an agreement. */
export function AgreementFields({ text, values, errors, choices }: RegisterFieldsProps) {
  const kind = text("kind");
  return (
    <>
      <TextInput
        {...text("title")}
        label="协议名称"
        hint="照协议标题写，不加书名号；来源未载明就留空。"
        optional
      />
      <div className="cols-2 gap-5 items-start">
        <TextInput
          {...text("callName")}
          label="叫法"
          hint="没有名称时本站怎么称呼它；有名称可以不填。"
          optional
        />
        <Select key={kind.defaultValue} {...kind} label="类别" hint="照协议标题选。" options={kinds} />
      </div>
      <PartyRows values={values} errors={errors} organizations={choices.organizations} />
      <div className="cols-2 gap-5 items-start">
        <TextInput
          {...text("signed")}
          label="签订日期"
          hint="只知道月份或年份，就写 2016-08 或 2015 年。"
          placeholder="2016-03-01"
          optional
        />
        <TextInput {...text("signedPlace")} label="签订地" hint="来源未载明就留空。" optional />
      </div>
      <AmountInput
        key={`${text("agreedInvestment").defaultValue} ${text("currency").defaultValue}`}
        amount={text("agreedInvestment")}
        currency={text("currency")}
        label="协议投资额"
      />
      <Textarea {...text("summary")} label="内容" hint="用自己的话写约定了什么，不抄协议原文。公众会看到。" />
    </>
  );
}
