import { Icon } from "@/components/ui/icon";
import { greyReasonText, lightMeaningText, lightText } from "@/lib/text/light-text";

type Props =
  | { light: keyof typeof lightMeaningText }
  | { light: "grey"; reason: keyof typeof greyReasonText };

/** A lamp with its word: officials' and staff pages only. A grey one says why. */
export function LightTag(props: Props) {
  const meaning = props.light === "grey" ? greyReasonText[props.reason] : lightMeaningText[props.light];
  return (
    <span className={`tag light light-${props.light}`}>
      <Icon name={props.light} />
      {`${lightText[props.light]} ${meaning}`}
    </span>
  );
}
