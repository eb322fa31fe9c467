import { Icon } from "@/components/ui/icon";
import { conditionText, conditionUnverifiedText } from "@/lib/text/condition-text";

/** Null is 未核实. */
export function ConditionTag({ condition }: { condition: keyof typeof conditionText | null }) {
  const mark = condition ?? "unverified";
  return (
    <span className={`tag cond cond-${mark}`}>
      <Icon name={mark} />
      {condition ? conditionText[condition] : conditionUnverifiedText}
    </span>
  );
}
