import { HintAndError } from "@/components/ui/field";
import { unchangedText } from "@/lib/text/report-text";

type Props = { name: string; defaultValue: string; error?: string };

/** The explicit answer that nothing changed, which stands for all the public reads of a report. */
export function UnchangedField({ name, defaultValue, error }: Props) {
  return (
    <div className={error ? "field bad" : "field"}>
      <HintAndError id={name} error={error} />
      <label className="tick" htmlFor={name}>
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          defaultChecked={defaultValue === "yes"}
          aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`}
          aria-invalid={error ? true : undefined}
        />
        {unchangedText}
      </label>
      <p className="hint" id={`${name}-hint`}>
        没有变化就勾这一项，进展和数字留空；问题和下一步可以照写。
      </p>
    </div>
  );
}
