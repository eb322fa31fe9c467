import { TextInput } from "@/components/ui/text-input";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import { rowField } from "@/lib/format/form-rows";
import type { KeptValues } from "@/lib/result";
import { RowGroupFields, type RowText } from "./row-group";

type Props = {
  text: RowText;
  values: KeptValues;
  organizations: RegisterNames["organizations"];
};

/** The enterprises that carry a project, one a row; several make it a joint one. */
export function InvestorRows({ text, values, organizations }: Props) {
  const enterprises = organizations.filter(({ kind }) => kind === "enterprise");
  return (
    <>
      <RowGroupFields
        group="investor"
        title="投资企业"
        hint="填登记过的全称或简称；没有登记过的写全称，发布时一并登记。几家共同投资就写几行。"
        values={values}
        addLabel="加一家企业"
        row={(index) => (
          <TextInput
            key={index}
            {...text(rowField("investor", index, "name"))}
            label={`企业 ${index + 1}`}
            list="enterprises"
            optional={index > 0}
          />
        )}
      />
      <datalist id="enterprises">
        {enterprises.map(({ slug, name, shortName }) => (
          <option key={slug} value={name} label={shortName === name ? undefined : shortName} />
        ))}
      </datalist>
    </>
  );
}
