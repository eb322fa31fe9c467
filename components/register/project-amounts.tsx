"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import { UnitInput } from "@/components/ui/unit-input";
import { parseYuan } from "@/lib/format/lenient-number";
import { type Currency, currencies, formatMoney } from "@/lib/format/money";
import { currencyText } from "@/lib/text/currency-text";

type Input = { name: string; defaultValue: string; error?: string };
type Props = { planned: Input; agreed: Input; currency: Input };

const units = { CNY: "万元", USD: "万美元" } as const satisfies Record<Currency, string>;

/** The two sums that a project is registered with, in 万 of one currency, each with what it is in 亿 below it. */
export function ProjectAmounts({ planned, agreed, currency }: Props) {
  const [chosen, setChosen] = useState(currencyOf(currency.defaultValue));
  return (
    <div className="cols-3 gap-5 items-start">
      <Amount input={planned} label="计划总投资" currency={chosen} />
      <Amount input={agreed} label="协议投资额" currency={chosen} />
      <Select
        {...currency}
        defaultValue={chosen}
        label="币种"
        hint="两项金额都按“万”填写。"
        options={currencies.map((value) => ({ value, label: currencyText[value] }))}
        onChange={(event) => setChosen(currencyOf(event.currentTarget.value))}
      />
    </div>
  );
}

function Amount({ input, label, currency }: { input: Input; label: string; currency: Currency }) {
  const [text, setText] = useState(input.defaultValue);
  const read = text.trim() ? parseYuan(text) : null;
  const echo = read && "value" in read && (
    <>
      ＝ <b>{formatMoney({ amount: read.value.toString(), currency })}</b>
    </>
  );
  return (
    <UnitInput
      {...input}
      label={label}
      unit={units[currency]}
      hint="未载明就留空，不写 0。"
      optional
      echo={echo || undefined}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

function currencyOf(text: string): Currency {
  return currencies.find((known) => known === text) ?? "CNY";
}
