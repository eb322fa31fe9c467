import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { HintAndError } from "@/components/ui/field";
import { rowCountField, shownRowCount } from "@/lib/format/form-rows";
import type { RowGroup } from "@/lib/register-change/project-row-rules";
import type { KeptValues } from "@/lib/result";

export type RowText = (name: string) => { name: string; defaultValue: string; error?: string };

type Props = {
  group: RowGroup;
  title: string;
  hint: ReactNode;
  /** What is wrong with the rows as a whole. */
  error?: string;
  values: KeptValues;
  addLabel: string;
  /** Further buttons. */
  more?: ReactNode;
  row: (index: number) => ReactNode;
};

/** Rows that grow by a button; without JavaScript it sends the form, which comes back with one row more. */
export function RowGroupFields(props: Props) {
  const { group, title, hint, error, values, addLabel, more, row } = props;
  const count = shownRowCount(values, group, writtenRows(values, group));
  return (
    <fieldset id={group} className={error ? "field bad" : undefined} tabIndex={error ? -1 : undefined}>
      <legend>{title}</legend>
      <HintAndError id={group} hint={hint} error={error} />
      <input type="hidden" name={rowCountField(group)} value={count} />
      <div className="entry-rows">
        {Array.from({ length: count }, (_none, index) => row(index))}
        <p className="row">
          <Button type="submit" name={rowCountField(group)} value={count + 1} size="sm" icon="plus">
            {addLabel}
          </Button>
          {more}
        </p>
      </div>
    </fieldset>
  );
}

/** As many as there are up to the last in which something is written. */
function writtenRows(values: KeptValues, group: RowGroup): number {
  const name = new RegExp(`^${group}-(\\d+)-`);
  const rows = Object.keys(values).flatMap((field) => (values[field] ? (name.exec(field)?.[1] ?? []) : []));
  return Math.max(-1, ...rows.map(Number)) + 1;
}
