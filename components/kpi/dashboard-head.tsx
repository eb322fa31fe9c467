import { PrintLine } from "@/components/layout/print-line";
import { RecordAndDay } from "@/components/layout/record-and-day";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Note } from "@/components/ui/note";
import type { IsoDate } from "@/lib/format/date-range";
import { paths } from "@/lib/paths";
import { firstReportDay } from "@/lib/text/site-text";

type Props = {
  sourcedOn: IsoDate | null;
  reportedOn: IsoDate | null;
  asOf: IsoDate;
  today: IsoDate;
  /** Why the day in the address was not used. */
  notice: string | null;
};

/** Title, how old the knowledge is, and the day that is asked for. */
export function DashboardHead({ sourcedOn, reportedOn, asOf, today, notice }: Props) {
  const record = <RecordAndDay sourcedOn={sourcedOn} reportedOn={reportedOn} day={asOf} />;
  return (
    <>
      <PrintLine>{record}</PrintLine>
      {notice && (
        <Note tone="warn" role="status">
          {notice}
        </Note>
      )}
      <div className="row between items-end mb-4">
        <div>
          <h1>招商项目总览</h1>
          <p className="soft">{record}</p>
        </div>
        <div className="row items-end no-print">
          <form className="asof" action={paths.dashboard()}>
            <label>
              统计日（年-月-日）
              <input className="input" type="text" name="asOf" defaultValue={asOf} autoComplete="off" />
            </label>
            <Button type="submit">更新</Button>
          </form>
          <fieldset className="row">
            <legend className="vh">常用日期</legend>
            <LinkButton
              variant="bare"
              href={paths.dashboard()}
              aria-current={asOf === today ? "date" : undefined}
            >
              今天
            </LinkButton>
            <LinkButton
              variant="bare"
              href={paths.dashboard(firstReportDay)}
              aria-current={asOf === firstReportDay ? "date" : undefined}
            >
              {`报道日 ${firstReportDay}`}
            </LinkButton>
          </fieldset>
        </div>
      </div>
    </>
  );
}
