import { Section } from "@/components/ui/section";
import type { AgreementPromise } from "@/lib/agreement/agreement-dto";
import { groupPromises } from "@/lib/agreement/promise-groups";
import type { IsoDate } from "@/lib/format/date-range";
import { PromiseTable } from "./promise-table";

type Props = { promises: readonly AgreementPromise[]; day: IsoDate };

/** What the projects of an agreement promise. Nothing when nothing is promised. */
export function AgreementPromises({ promises, day }: Props) {
  if (promises.length === 0) return null;
  return (
    <Section id="promises" title="承诺了什么" note="没有后续记录，不等于没有办成">
      <PromiseTable caption="承诺和时限" groups={groupPromises(promises, day)} />
    </Section>
  );
}
