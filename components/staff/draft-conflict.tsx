import { choiceField, type FieldDifference } from "@/lib/draft/draft-rules";
import { valueName } from "./field-texts";

type Props = { differences: readonly FieldDifference[]; nameOf: (field: string) => string };

/** Mine and what was stored meanwhile, field by field; nothing is overwritten before its author chose. */
export function DraftConflict({ differences, nameOf }: Props) {
  if (differences.length === 0) return null;
  return (
    <div className="check" role="alert">
      <p>这份草稿在别的窗口改过，还没有保存。逐项选要留的，再存一次。</p>
      {differences.map(({ field, mine, stored }) => (
        <fieldset key={field}>
          <legend>{nameOf(field)}</legend>
          <div className="choice grid">
            <label>
              <input type="radio" name={choiceField(field)} value={mine} defaultChecked />
              {`这里填的：${valueName(field, mine)}`}
            </label>
            <label>
              <input type="radio" name={choiceField(field)} value={stored} />
              {`已保存的：${valueName(field, stored)}`}
            </label>
          </div>
        </fieldset>
      ))}
    </div>
  );
}
