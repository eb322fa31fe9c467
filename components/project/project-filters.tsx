import { Button } from "@/components/ui/button";
import { type Option, optionsOf, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import type { ProjectQuery, ProjectSort } from "@/lib/project/project-query";
import type { RegisterSummary } from "@/lib/project/register-summary-queries";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { dueFilterText, projectParameterText, projectSortText } from "@/lib/text/project-query-text";

type Props = { query: ProjectQuery; summary: RegisterSummary };

const offeredSorts: readonly ProjectSort[] = ["-code", "code", "due", "-record", "name"];

/** Narrows the register. Asking again keeps the stage, which is chosen by the tabs. */
export function ProjectFilters({ query, summary: { choices, knowsConditions } }: Props) {
  const sorts = offeredSorts.includes(query.sort) ? offeredSorts : [...offeredSorts, query.sort];
  return (
    <search>
      <form className="filters mt-6" action={paths.projects()} aria-label="筛选项目">
        {query.stage && <input type="hidden" name="stage" value={query.stage} />}
        <TextInput
          wide
          name="q"
          type="search"
          label={projectParameterText.q}
          placeholder="项目名、编号、拼音或首字母"
          defaultValue={query.q ?? ""}
        />
        <Filter name="enterprise" value={query.enterprise} options={choices.enterprises.map(toOption)} />
        <Filter
          name="place"
          value={query.place}
          options={[...choices.places.map(toOption), { value: "none", label: missingText.not_stated }]}
        />
        <Filter name="due" value={query.due} options={optionsOf(dueFilterText)} />
        {(knowsConditions || query.condition) && (
          <Filter
            name="condition"
            value={query.condition}
            options={[...optionsOf(conditionText), { value: "unverified", label: conditionUnverifiedText }]}
          />
        )}
        <Select
          name="sort"
          label={projectParameterText.sort}
          defaultValue={query.sort}
          options={sorts.map((sort) => ({ value: sort, label: projectSortText[sort] }))}
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

type FilterProps = {
  name: "enterprise" | "place" | "due" | "condition";
  value: string | null;
  options: readonly Option[];
};

function Filter({ name, value, options }: FilterProps) {
  const isOffered = value === null || options.some((option) => option.value === value);
  const all = { value: "", label: `全部${projectParameterText[name]}` };
  // What the URL asks for stays visible, even when no project has it.
  const asked = isOffered ? [] : [{ value, label: value }];
  return (
    <Select
      name={name}
      label={projectParameterText[name]}
      defaultValue={value ?? ""}
      options={[all, ...options, ...asked]}
    />
  );
}

function toOption({ slug, name }: { slug: string; name: string }): Option {
  return { value: slug, label: name };
}
