import { Button } from "@/components/ui/button";
import { type Option, optionsOf, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import type { DepartmentProblems } from "@/lib/progress/problem-queries";
import type { ProblemQuery } from "@/lib/progress/problem-query";
import { problemCategoryText, problemParameterText, problemStateText } from "@/lib/text/problem-text";

type Props = { query: ProblemQuery; departments: readonly DepartmentProblems[] };

/** Narrows 问题清单; what was chosen stands in the address. */
export function ProblemFilters({ query, departments }: Props) {
  const known = departments.map(({ department, open }) => ({
    value: department,
    label: `${department}（${open}）`,
  }));
  const isKnown = query.department === null || departments.some((row) => row.department === query.department);
  const asked = isKnown ? [] : [{ value: query.department ?? "", label: query.department ?? "" }];
  return (
    <search>
      <form className="filters no-print" action={paths.problems()} aria-label="筛选问题">
        <Choice name="state" value={query.state} options={optionsOf(problemStateText)} />
        <Choice
          name="department"
          value={query.department}
          options={[all("department"), ...known, ...asked]}
        />
        <Choice
          name="category"
          value={query.category}
          options={[all("category"), ...optionsOf(problemCategoryText)]}
        />
        <TextInput
          name="project"
          label={problemParameterText.project}
          placeholder="例如 P2015-05"
          defaultValue={query.project ?? ""}
        />
        <div>
          <Button type="submit" variant="go">
            筛选
          </Button>
        </div>
      </form>
    </search>
  );
}

type Named = "state" | "department" | "category";
type ChoiceProps = { name: Named; value: string | null; options: readonly Option[] };

function Choice({ name, value, options }: ChoiceProps) {
  return (
    <Select name={name} label={problemParameterText[name]} defaultValue={value ?? ""} options={options} />
  );
}

const all = (name: Named): Option => ({ value: "", label: `全部${problemParameterText[name]}` });
