import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { IsoDate } from "@/lib/format/calendar-day";
import { formatMonth } from "@/lib/format/date-words";
import { paths } from "@/lib/paths";

type Props = { months: readonly IsoDate[]; current: IsoDate; dueCount: number };

/** The month's sheet with one's own projects. */
export function MonthlyTemplate({ months, current, dueCount }: Props) {
  return (
    <Panel id="monthly" title="月度填报" note={`${formatMonth(current)}有 ${dueCount} 个项目待填报`}>
      <form action={paths.staffReportSheet()} method="get" className="stack">
        <p className="small soft">每行一个项目，上期的累计数已经填好；没有变化的，在“本期无变化”选“是”。</p>
        <div className="row items-end">
          <Select
            name="month"
            label="月份"
            defaultValue={current.slice(0, 7)}
            options={months.map((month) => ({ value: month.slice(0, 7), label: formatMonth(month) }))}
          />
          <Button type="submit">下载填报表</Button>
        </div>
      </form>
    </Panel>
  );
}

/** The register to be changed in many rows at once, or to be added to. */
export function RegisterTemplate() {
  return (
    <Panel id="register" title="项目台账" note="登记和变更都要审核">
      <div className="stack">
        <p className="small soft">成批登记新项目，或成批改已有项目的内容。没有改的行不会提交。</p>
        <div className="row">
          <LinkButton href={paths.staffRegisterSheet()}>下载现有台账</LinkButton>
          <LinkButton href={paths.staffRegisterSheet("blank")}>下载空模板</LinkButton>
        </div>
      </div>
    </Panel>
  );
}
