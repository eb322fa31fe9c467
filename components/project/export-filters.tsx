import { Button } from "@/components/ui/button";
import { type Option, optionsOf, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import type { ProjectQuery } from "@/lib/project/project-query";
import type { RegisterSummary } from "@/lib/project/register-summary-queries";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";
import { missingText } from "@/lib/text/missing-text";
import { dueFilterText, projectParameterText, projectSortText } from "@/lib/text/project-query-text";
import { stageText } from "@/lib/text/stage-text";

type Props = { query: ProjectQuery; summary: RegisterSummary };

/** Which projects are exported, by the filters of the register, and in which order. */
export function ExportFilters({ query, summary: { choices } }: Props) {
  return (
    <form action={paths.staffProjectExport()} method="get" className="panel stack" aria-label="导出条件">
      <TextInput
        name="q"
        type="search"
        optional
        label={projectParameterText.q}
        placeholder="项目名、编号、拼音或首字母"
        defaultValue={query.q ?? ""}
      />
      <div className="cols-3 gap-4">
        <Filter name="stage" value={query.stage} options={optionsOf(stageText)} />
        <Filter
          name="condition"
          value={query.condition}
          options={[...optionsOf(conditionText), { value: "unverified", label: conditionUnverifiedText }]}
        />
        <Filter name="due" value={query.due} options={optionsOf(dueFilterText)} />
        <Filter name="enterprise" value={query.enterprise} options={choices.enterprises.map(toOption)} />
        <Filter
          name="place"
          value={query.place}
          options={[...choices.places.map(toOption), { value: "none", label: missingText.not_stated }]}
        />
        <Select
          name="sort"
          label={projectParameterText.sort}
          defaultValue={query.sort}
          options={optionsOf(projectSortText)}
        />
      </div>
      <div className="row">
        <Button type="submit" variant="go">
          导出 Excel
        </Button>
      </div>
    </form>
  );
}

type FilterProps = {
  name: "stage" | "condition" | "due" | "enterprise" | "place";
  value: string | null;
  options: readonly Option[];
};

function Filter({ name, value, options }: FilterProps) {
  const label = projectParameterText[name];
  return (
    <Select
      name={name}
      label={label}
      defaultValue={value ?? ""}
      options={[{ value: "", label: `全部${label}` }, ...options]}
    />
  );
}

function toOption({ slug, name }: { slug: string; name: string }): Option {
  return { value: slug, label: name };
}
