import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-symbols";
import { trackingText } from "@/lib/text/tracking-text";

const icons = {
  unverified: "toverify",
  lapsed: "broken",
  tracked: "tracked",
} as const satisfies Record<keyof typeof trackingText, IconName>;

/** Whether somebody follows a project, as shape and word. */
export function TrackingTag({ tracking }: { tracking: keyof typeof trackingText }) {
  return (
    <span className="tag track">
      <Icon name={icons[tracking]} />
      {trackingText[tracking]}
    </span>
  );
}
