import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { HandoverPerson } from "@/lib/assignment/handover-queries";
import { paths } from "@/lib/paths";

type Props = {
  givers: readonly HandoverPerson[];
  takers: readonly HandoverPerson[];
  from: string;
  to: string;
  errors: { from?: string; to?: string };
};

/** Who gives all projects to whom; the next page lists them. Nothing changes yet. */
export function HandoverChoice({ givers, takers, from, to, errors }: Props) {
  return (
    <form action={paths.staffHandover()} method="get" className="panel max-w-xl">
      <div className="stack">
        <Select
          name="from"
          label="交出人"
          defaultValue={from}
          error={errors.from}
          options={[
            { value: "", label: "请选" },
            ...givers.map((person) => ({ value: person.name, label: giverLabel(person) })),
          ]}
        />
        <Select
          name="to"
          label="接手人"
          hint="在用的招商专员账号。"
          defaultValue={to}
          error={errors.to}
          options={[
            { value: "", label: "请选" },
            ...takers.map(({ name, displayName, projects }) => ({
              value: name,
              label: `${displayName}（${name}），现在负责 ${projects} 个`,
            })),
          ]}
        />
        <Button type="submit" variant="go">
          查看清单
        </Button>
      </div>
    </form>
  );
}

function giverLabel({ name, displayName, projects, isDisabled }: HandoverPerson): string {
  return `${displayName}（${name}${isDisabled ? "，已停用" : ""}），负责 ${projects} 个`;
}
