import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { rowField } from "@/lib/format/form-rows";
import { templateField } from "@/lib/register-change/project-row-rules";
import type { KeptValues } from "@/lib/result";
import { RowGroupFields, type RowText } from "./row-group";

type Props = { text: RowText; values: KeptValues; error?: string };

/** What is promised in numbers, or could be. */
export function CommitmentRows({ text, ...group }: Props) {
  return (
    <RowGroupFields
      {...group}
      group="commitment"
      title="承诺事项"
      hint="一行一项。登记过的不能删；目标值和时限可以改，改了写调整原因，公众会看到，原来的一直保留。"
      addLabel="加一项承诺"
      row={(index) => <CommitmentRow key={index} index={index} text={text} />}
    />
  );
}

function CommitmentRow({ index, text }: { index: number; text: RowText }) {
  const part = (name: string) => text(rowField("commitment", index, name));
  const ordinal = part("ordinal");
  const aim = part("aim");
  return (
    <fieldset className="entry-row commitment-row">
      <legend className="vh">{`承诺事项 ${index + 1}`}</legend>
      <input type="hidden" name={ordinal.name} value={ordinal.defaultValue} />
      <TextInput {...part("indicator")} label="承诺什么" placeholder="例如 机柜" />
      <TextInput {...part("target")} label="目标值" inputMode="decimal" optional />
      <TextInput {...part("unit")} label="单位" optional />
      <TextInput {...part("due")} label="时限" placeholder="2017 年" optional />
      <TextInput {...part("note")} label="备注" optional />
      {ordinal.defaultValue && <TextInput {...part("reason")} label="调整原因" optional />}
      <label className="tick" key={aim.defaultValue}>
        <input type="checkbox" name={aim.name} value="yes" defaultChecked={aim.defaultValue === "yes"} />
        只是目标，不用数字衡量
      </label>
    </fieldset>
  );
}

/** What is to happen by when; the usual ones come with one button. */
export function MilestoneRows({ text, ...group }: Props) {
  return (
    <RowGroupFields
      {...group}
      group="milestone"
      title="节点"
      hint="一行一个。没有时限就留空，算无计划时限。登记过的不能删；时限可以改，改了写调整原因，公众会看到，原来的一直保留。"
      addLabel="加一个节点"
      more={
        <Button type="submit" name={templateField} value="yes" size="sm" icon="plus">
          加前期手续的 8 个节点
        </Button>
      }
      row={(index) => <MilestoneRow key={index} index={index} text={text} />}
    />
  );
}

function MilestoneRow({ index, text }: { index: number; text: RowText }) {
  const part = (name: string) => text(rowField("milestone", index, name));
  const ordinal = part("ordinal");
  return (
    <fieldset className="entry-row milestone-row">
      <legend className="vh">{`节点 ${index + 1}`}</legend>
      <input type="hidden" name={ordinal.name} value={ordinal.defaultValue} />
      <TextInput {...part("title")} label="节点" placeholder="例如 竣工" />
      <TextInput {...part("planned")} label="时限" placeholder="2017-06" optional />
      <TextInput {...part("note")} label="备注" optional />
      {ordinal.defaultValue && <TextInput {...part("reason")} label="调整原因" optional />}
    </fieldset>
  );
}
