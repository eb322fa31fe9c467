import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";

type Props = { months: readonly IsoDate[]; current: IsoDate; dueCount: number };

/** What can be filled in: the month's sheet with one's own projects. */
export function MonthlyTemplate({ months, current, dueCount }: Props) {
  return (
    <Panel id="monthly" title="月度填报" note={`${formatMonth(current)}有 ${dueCount} 个项目待填报`}>
      <form action={paths.staffReportSheet()} method="get" className="stack">
        <p className="small soft">
          每行一个项目，上期的累计数已经填好；没有变化的，在“本期无变化”选“是”。填好后在这一页上传。
        </p>
        <div className="row">
          <div className="grow">
            <Select
              name="month"
              label="月份"
              defaultValue={current.slice(0, 7)}
              options={months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month) }))}
            />
          </div>
          <Button type="submit">下载填报表</Button>
        </div>
      </form>
    </Panel>
  );
}
