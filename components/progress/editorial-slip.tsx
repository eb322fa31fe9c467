import { Icon } from "@/components/ui/icon";
import type { IconName } from "@/components/ui/icon-symbols";
import { editorialText } from "@/lib/text/editorial-text";

const icons = {
  draft: "pen",
  submitted: "clock",
  returned: "back",
  published: "check",
  corrected: "checks",
  withdrawn: "ban",
} as const satisfies Record<keyof typeof editorialText, IconName>;

/** Who has seen a report or a status check. */
export function EditorialSlip({ state }: { state: keyof typeof editorialText }) {
  return (
    <span className={`slip ${state}`}>
      <Icon name={icons[state]} />
      {editorialText[state]}
    </span>
  );
}
