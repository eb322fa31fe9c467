import type { IsoDate } from "@/lib/format/calendar-day";

/** The day of the report with which the register began. */
export const firstReportDay: IsoDate = "2015-08-10";

/** What a project without a light, or with a grey one, is in. */
export const lampReasonText = {
  unverified: "待核实",
  paused: "暂停",
  terminated: "已终止",
  nothing_open: "已投产",
  no_deadline: "无计划时限",
  on_time: "按期",
  late: "滞后",
  very_late: "严重滞后",
} as const satisfies Record<
  "unverified" | "paused" | "terminated" | "nothing_open" | "no_deadline" | "on_time" | "late" | "very_late",
  string
>;
