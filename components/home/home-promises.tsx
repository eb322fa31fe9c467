import { PromiseTable } from "@/components/agreement/promise-table";
import { Section } from "@/components/ui/section";
import { groupPromises, withoutUndatedDetails } from "@/lib/agreement/promise-groups";
import type { IsoDate } from "@/lib/format/date-range";
import type { Home } from "@/lib/home/home-dto";
import { paths } from "@/lib/paths";

const groupLimit = 12;

/** What was promised by when; beyond 12 groups the register has the rest. Nothing when nothing is promised. */
export function HomePromises({ promises, day }: { promises: Home["promises"]; day: IsoDate }) {
  const groups = groupPromises(withoutUndatedDetails(promises), day);
  if (groups.length === 0) return null;
  return (
    <Section id="promises" title="承诺了什么，什么时候" note="没有后续记录，不等于没有办成">
      <PromiseTable caption="承诺和时限" groups={groups.slice(0, groupLimit)} />
      {groups.length > groupLimit && (
        <p className="small mt-3">
          <a href={paths.projects({ sort: "due" })}>按时限查看全部项目</a>
        </p>
      )}
    </Section>
  );
}
