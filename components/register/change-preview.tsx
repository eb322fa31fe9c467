import { Missing } from "@/components/source/missing";
import { KeyValues } from "@/components/ui/key-values";
import { Panel } from "@/components/ui/panel";
import type { DiffRow } from "@/lib/format/field-diff";
import { changeSentence, evidenceWords } from "@/lib/register-change/change-sentence";
import type { Evidence } from "@/lib/register-change/register-change-rules";
import { publicEffectText, type RegisterStep } from "@/lib/text/register-text";

type Props = {
  step: RegisterStep;
  rows: readonly DiffRow[];
  reason: string | null;
  evidence: Evidence;
};

/** What the public will read once a change is published. */
export function ChangePreview({ step, rows, reason, evidence }: Props) {
  const shown = rows.filter(
    ({ isInternal, isOptional, after }) => !isInternal && !(isOptional && after === null),
  );
  const items = shown.map(({ name, after }) => ({
    term: name,
    value: after ?? <Missing why="not_stated" />,
  }));
  return (
    <Panel id="public" title="公众会看到" note={publicEffectText[step.subject]}>
      <KeyValues items={items} width="wide" />
      {step.subject !== "place" && (
        <div className="mt-4">
          <p className="small faint">“登记与变更”里会写</p>
          <p>{changeSentence(step, rows)}</p>
          {reason && <p>{`原因：${reason}`}</p>}
          <p>{`依据：${evidenceWords(evidence)}`}</p>
        </div>
      )}
    </Panel>
  );
}
