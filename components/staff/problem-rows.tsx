import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { daysBetween, type IsoDate, isRealDay } from "@/lib/format/calendar-day";
import { type ProblemPart, problemField } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";
import { problemCategoryText } from "@/lib/text/problem-text";

const categories = [
  { value: "", label: "请选" },
  ...Object.entries(problemCategoryText).map(([value, label]) => ({ value, label })),
];

type Props = {
  values: KeptValues;
  errors: Record<string, string>;
  /** With one that is empty. */
  rowCount: number;
  today: IsoDate;
};

/** 问题清单: those that are open, those that are new, and an empty row; without JavaScript the button brings one more. */
export function ProblemRows({ values, errors, rowCount, today }: Props) {
  return (
    <fieldset id="problems">
      <legend>
        问题 <span className="opt">选填</span>
      </legend>
      <p className="hint">一行一个问题，公众看不到。没解决的每个月都带过来；解决了，填解决日。</p>
      <div className="problems">
        {Array.from({ length: rowCount }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its number
          <ProblemRow key={row} row={row} values={values} errors={errors} today={today} />
        ))}
        <p>
          <Button type="submit" name="intent" value="row" size="sm" icon="plus">
            加一个问题
          </Button>
        </p>
      </div>
    </fieldset>
  );
}

function ProblemRow({ row, values, errors, today }: Omit<Props, "rowCount"> & { row: number }) {
  const input = (part: ProblemPart) => {
    const name = problemField(row, part);
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  const key = input("key");
  const raisedOn = input("raisedOn").defaultValue;
  const isCarried = key.defaultValue !== "" && isRealDay(raisedOn);
  return (
    <fieldset className="problem">
      <legend className="vh">{`问题 ${row + 1}`}</legend>
      {/* No hidden input: React would put its first value back after a script has set another. */}
      <input type="text" hidden name={key.name} defaultValue={key.defaultValue} />
      <Select {...input("category")} label="类别" options={categories} />
      <TextInput {...input("department")} label="需协调部门" />
      <TextInput {...input("raisedOn")} label="提出日" />
      <TextInput {...input("resolvedOn")} label="解决日" />
      <TextInput
        {...input("text")}
        label="问题"
        wide
        echo={isCarried && `以前提出的，到今天 ${daysBetween(raisedOn, today)} 天`}
      />
    </fieldset>
  );
}
