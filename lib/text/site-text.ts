import type { IsoDate } from "@/lib/format/calendar-day";

export const siteName = "遵义招商项目跟踪";

export const siteDescription =
  "遵义招商引资协议承诺了什么，每个项目从签约、在建到投产运营到了哪一步，依据在哪里。";

/** Stands on every page while no 主办单位 is configured. */
export const noOperatorText = "本站未配置主办单位，不代表遵义市人民政府。";

/** The day of the report with which the register began. */
export const firstReportDay: IsoDate = "2015-08-10";

export const firstSourceText = `首批数据全部来自一篇 ${firstReportDay} 刊发的新闻报道。报道没有写的，本站写“来源未载明”，不推测，也不补零。`;

export const demoText = "本页的进展、人员和日期都是虚构的，只用来展示界面。";

/** Stated for a deadline that has passed without a later record: not the same as not done. */
export const passedWithoutRecordText = "时限已过、没有后续记录";

/** Stated where there is a later record, which says nothing of completion. */
export const passedWithoutCompletionText = "时限已过、没有完成记录";
