import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type ProblemPart, problemField, problemRowCount } from "@/lib/progress/report-form-rules";
import type { KeptValues } from "@/lib/result";
import { problemCategoryText } from "@/lib/text/problem-text";

const categories = Object.entries(problemCategoryText).map(([value, label]) => ({ value, label }));

type Props = { values: KeptValues; errors: Record<string, string> };

/** 问题清单: the rows that there are and one empty one; the button sends the form and comes back with one more. */
export function ProblemRows({ values, errors }: Props) {
  const rows = Array.from({ length: problemRowCount(values) + 1 }, (_, row) => row);
  return (
    <fieldset id="problems">
      <legend>
        问题 <span className="opt">选填</span>
      </legend>
      <p className="hint">一行一个问题，公众看不到。解决了，填解决日。</p>
      <div className="problems">
        {rows.map((row) => (
          <ProblemRow key={row} row={row} values={values} errors={errors} />
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

function ProblemRow({ row, values, errors }: Props & { row: number }) {
  const input = (part: ProblemPart) => {
    const name = problemField(row, part);
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  const category = input("category");
  return (
    <fieldset className="problem">
      <legend className="vh">{`问题 ${row + 1}`}</legend>
      <input type="hidden" name={problemField(row, "key")} value={input("key").defaultValue} />
      <Select
        key={category.defaultValue}
        {...category}
        defaultValue={category.defaultValue || "land"}
        label="类别"
        options={categories}
      />
      <TextInput {...input("department")} label="需协调部门" />
      <TextInput {...input("raisedOn")} label="提出日" />
      <TextInput {...input("resolvedOn")} label="解决日" />
      <TextInput {...input("text")} label="问题" wide />
    </fieldset>
  );
}
