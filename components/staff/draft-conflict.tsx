import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { choiceField, type FieldDifference } from "@/lib/draft/draft-rules";
import { valueName } from "./field-texts";

type Difference = FieldDifference & { takesStored?: boolean };

type Props = {
  differences: readonly Difference[];
  nameOf: (field: string) => string;
  /** Saves with what was chosen; left out where the form's own button does. */
  children?: ReactNode;
};

/** Mine and what was stored meanwhile, field by field; nothing is overwritten before its author chose. */
export function DraftConflict({ differences, nameOf, children }: Props) {
  if (differences.length === 0) return null;
  return (
    <div className="check" role="alert" id="conflict">
      <p>这份草稿在别的窗口改过，这里填的还没有保存。逐项选要留的，再存一次。</p>
      <Differences differences={differences} nameOf={nameOf} mineName="这里填的" />
      {children}
    </div>
  );
}

type OfferProps = { differences: readonly Difference[]; nameOf: (field: string) => string };

/** What this browser kept and the server never got, against what is stored; a form of its own around it. */
export function DraftOffer({ differences, nameOf }: OfferProps) {
  return (
    <div className="check" role="alert">
      <p>这台电脑上留着上次没存上的内容，和已保存的不一样。逐项选要留的。</p>
      <Differences differences={differences} nameOf={nameOf} mineName="这台电脑上的" />
      <p>
        <Button type="submit">按所选填入</Button>
      </p>
    </div>
  );
}

function Differences({ differences, nameOf, mineName }: OfferProps & { mineName: string }) {
  return differences.map(({ field, mine, stored, takesStored = false }) => (
    <fieldset key={field}>
      <legend>{nameOf(field)}</legend>
      <div className="choice grid">
        <label>
          <input type="radio" name={choiceField(field)} value={mine} defaultChecked={!takesStored} />
          {`${mineName}：${valueName(field, mine)}`}
        </label>
        <label>
          <input type="radio" name={choiceField(field)} value={stored} defaultChecked={takesStored} />
          {`已保存的：${valueName(field, stored)}`}
        </label>
      </div>
    </fieldset>
  ));
}
