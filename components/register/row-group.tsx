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
  /** The same with rows numbered without gaps. */
  shown: KeptValues;
  addLabel: string;
  /** Further buttons. */
  more?: ReactNode;
  row: (index: number) => ReactNode;
};

/** Rows that grow by a button, which sends the form and comes back with one row more. */
export function RowGroupFields(props: Props) {
  const { group, title, hint, error, values, shown, addLabel, more, row } = props;
  const count = shownRowCount(values, group, writtenRows(shown, group));
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

function writtenRows(shown: KeptValues, group: RowGroup): number {
  const rows = Object.keys(shown).flatMap((name) => new RegExp(`^${group}-(\\d+)-`).exec(name)?.[1] ?? []);
  return new Set(rows).size;
}
