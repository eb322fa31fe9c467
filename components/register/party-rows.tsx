import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type PartyPart, partyField, partyRowCount } from "@/lib/agreement/agreement-party-input-rules";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { KeptValues } from "@/lib/result";
import { organizationKindText } from "@/lib/text/organization-text";

const leastRows = 2;
const kinds = [
  { value: "", label: "不是新单位" },
  ...Object.entries(organizationKindText).map(([value, label]) => ({ value, label: `新单位，${label}` })),
];

type Props = {
  values: KeptValues;
  errors: Record<string, string>;
  organizations: RegisterNames["organizations"];
};

/** The sides of an agreement, one a row; the button makes one more. */
export function PartyRows({ values, errors, organizations }: Props) {
  const count = Math.max(leastRows, partyRowCount(values));
  const rows = Array.from({ length: count }, (_, row) => row);
  return (
    <fieldset id="party">
      <legend>签约方</legend>
      <p className="hint">
        签约名称照协议写。单位填登记过的全称或简称；没有登记过的写全称并选类别，发布时一并登记；不知道是谁就留空。
      </p>
      <datalist id="party-organizations">
        {organizations.map(({ slug, name, shortName }) => (
          <option key={slug} value={name} label={shortName === name ? undefined : shortName} />
        ))}
      </datalist>
      <div className="entry-rows">
        {rows.map((row) => (
          <PartyRow key={row} row={row} values={values} errors={errors} />
        ))}
        <p>
          <Button type="submit" name={partyField(count, "name")} value="" size="sm" icon="plus">
            加一方
          </Button>
        </p>
      </div>
    </fieldset>
  );
}

function PartyRow({ row, values, errors }: Pick<Props, "values" | "errors"> & { row: number }) {
  const input = (part: PartyPart) => {
    const name = partyField(row, part);
    const value = values[name];
    return { name, defaultValue: typeof value === "string" ? value : "", error: errors[name] };
  };
  const kind = input("kind");
  return (
    <fieldset className="entry-row party-row">
      <legend className="vh">{`签约方 ${row + 1}`}</legend>
      <TextInput {...input("name")} label="签约名称" />
      <TextInput {...input("organization")} label="单位" list="party-organizations" optional />
      <Select key={kind.defaultValue} {...kind} label="新单位的类别" options={kinds} optional />
    </fieldset>
  );
}
