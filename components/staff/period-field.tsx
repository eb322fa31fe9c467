"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { formatMonth } from "@/lib/format/date-words";

type Props = {
  name: string;
  defaultValue: string;
  error?: string;
  /** First days of the months one may report on, newest first. */
  periods: readonly string[];
  /** What stands against reporting on a month, by month. */
  notes: Record<string, string>;
};

/** The month that the report is about, with what is known against it as soon as it is chosen. */
export function PeriodField({ periods, notes, ...field }: Props) {
  const [month, setMonth] = useState(field.defaultValue);
  const note = field.error ? undefined : notes[month];
  const options = periods.map((period) => {
    const value = period.slice(0, 7);
    return { value, label: `${formatMonth(period)}${notes[value] ? "（已有填报）" : ""}` };
  });
  return (
    <Select
      {...field}
      label="填报月份"
      options={options}
      onInput={(event) => setMonth(event.currentTarget.value)}
      echo={
        note && (
          <b>
            <Icon name="warn" /> {note}
          </b>
        )
      }
    />
  );
}
