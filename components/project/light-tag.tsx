import { Icon } from "@/components/ui/icon";
import { type LightReason, lightOfReason } from "@/lib/milestone/light-rules";
import { lightReasonText, lightText } from "@/lib/text/light-text";

/** A lamp with its word: officials' and staff pages only. A project without a light says why. */
export function LightTag({ reason }: { reason: LightReason }) {
  const light = lightOfReason[reason];
  if (light === null) return <span className="tag">{`无灯 ${lightReasonText[reason]}`}</span>;
  return (
    <span className={`tag light light-${light}`}>
      <Icon name={light} />
      {`${lightText[light]} ${lightReasonText[reason]}`}
    </span>
  );
}
