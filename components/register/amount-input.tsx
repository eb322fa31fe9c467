"use client";

import { useState } from "react";
import { Select } from "@/components/ui/select";
import { UnitInput } from "@/components/ui/unit-input";
import { parseYuan } from "@/lib/format/lenient-number";
import { type Currency, currencies, formatMoney } from "@/lib/format/money";
import { currencyText } from "@/lib/text/currency-text";

type Input = { name: string; defaultValue: string; error?: string };
type Props = { amount: Input; currency: Input; label: string };

const units = { CNY: "万元", USD: "万美元" } as const satisfies Record<Currency, string>;

/** An amount in 万 of its currency, with what it is in 亿 below it. */
export function AmountInput({ amount, currency, label }: Props) {
  const [text, setText] = useState(amount.defaultValue);
  const [chosen, setChosen] = useState(currencies.find((known) => known === currency.defaultValue) ?? "CNY");
  const read = text.trim() ? parseYuan(text) : null;
  const echo = read && "value" in read && (
    <>
      ＝ <b>{formatMoney({ amount: read.value.toString(), currency: chosen })}</b>
    </>
  );
  return (
    <div className="cols-2 gap-5 items-start">
      <UnitInput
        {...amount}
        label={label}
        unit={units[chosen]}
        hint="来源未载明就留空，不写 0。"
        optional
        echo={echo || undefined}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Select
        {...currency}
        defaultValue={chosen}
        label="币种"
        hint="金额按“万”填写。"
        options={currencies.map((value) => ({ value, label: currencyText[value] }))}
        onChange={(event) =>
          setChosen(currencies.find((known) => known === event.currentTarget.value) ?? "CNY")
        }
      />
    </div>
  );
}
