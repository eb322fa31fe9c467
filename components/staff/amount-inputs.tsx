"use client";

import { useState } from "react";
import { UnitInput } from "@/components/ui/unit-input";
import { parseQuantity, parseYuan } from "@/lib/format/lenient-number";
import { formatMoney } from "@/lib/format/money";
import { formatNumber, formatPercent } from "@/lib/format/number";

type Props = { name: string; label: string; defaultValue: string; error?: string };

/** Money in 万元, with what it is in 亿元 below it. */
export function YuanInput({ defaultValue, ...field }: Props) {
  const [text, setText] = useState(defaultValue);
  const yuan = text.trim() ? parseYuan(text) : null;
  const echo = yuan && "value" in yuan && (
    <>
      ＝ <b>{formatMoney({ amount: yuan.value.toString(), currency: "CNY" })}</b>
    </>
  );
  return (
    <UnitInput
      {...field}
      unit="万元"
      optional
      defaultValue={defaultValue}
      echo={echo || undefined}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

type QuantityProps = Props & { unit: string; target: number | null; last: number | null };

/** A running total, with how it stands to the last one and to the promise. */
export function QuantityInput({ defaultValue, target, last, ...field }: QuantityProps) {
  const [text, setText] = useState(defaultValue);
  const quantity = text.trim() ? parseQuantity(text) : null;
  const echo = quantity && "value" in quantity && quantityEcho(quantity.value, target, last);
  return (
    <UnitInput
      {...field}
      optional
      defaultValue={defaultValue}
      echo={echo || undefined}
      onInput={(event) => setText(event.currentTarget.value)}
    />
  );
}

function quantityEcho(value: number, target: number | null, last: number | null): string {
  const change = last === null ? null : value - last;
  const grown = change !== null && `比上期${change < 0 ? "少" : "多"} ${formatNumber(Math.abs(change))}`;
  const share = target !== null && target > 0 && `占承诺的 ${formatPercent(value / target)}`;
  return [grown, share].filter(Boolean).join("，");
}
