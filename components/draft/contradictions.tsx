import type { ReactNode } from "react";
import type { Contradiction } from "@/lib/draft/draft-rules";

type Props = {
  /** What happened, and what to do. */
  lead: string;
  mineName?: string;
  otherName: string;
  items: readonly Contradiction[];
  id?: string;
  children?: ReactNode;
};

/** Mine and another version, field by field; nothing is overwritten before its author chose. */
export function Contradictions({ lead, mineName = "这里填的", otherName, items, id, children }: Props) {
  if (items.length === 0) return null;
  return (
    <div className="check" role="alert" id={id}>
      <p>{lead}</p>
      {items.map(({ input, name, mine, other, takesMine }) => (
        <fieldset key={input}>
          <legend>{name}</legend>
          <div className="choice grid">
            <label>
              <input type="radio" name={input} value={mine.value} defaultChecked={takesMine} />
              {`${mineName}：${mine.words}`}
            </label>
            <label>
              <input type="radio" name={input} value={other.value} defaultChecked={!takesMine} />
              {`${otherName}：${other.words}`}
            </label>
          </div>
        </fieldset>
      ))}
      {children}
    </div>
  );
}
