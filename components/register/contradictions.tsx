import type { Contradiction } from "@/lib/register-change/register-form-rules";

type Props = {
  /** What happened, and what to do. */
  lead: string;
  otherLabel: string;
  items: readonly Contradiction[];
};

/** Mine and another version, field by field; nothing is overwritten before its author chose. */
export function Contradictions({ lead, otherLabel, items }: Props) {
  if (items.length === 0) return null;
  return (
    <div className="check" role="alert">
      <p>{lead}</p>
      {items.map(({ input, name, mine, other, takesMine }) => (
        <fieldset key={input}>
          <legend>{name}</legend>
          <div className="choice grid">
            <label>
              <input type="radio" name={input} value={mine.value} defaultChecked={takesMine} />
              {`这里填的：${mine.words}`}
            </label>
            <label>
              <input type="radio" name={input} value={other.value} defaultChecked={!takesMine} />
              {`${otherLabel}：${other.words}`}
            </label>
          </div>
        </fieldset>
      ))}
    </div>
  );
}
