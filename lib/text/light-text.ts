import type { Light, LightReason } from "@/lib/milestone/light-rules";

/** 红黄绿灯, for officials and staff only. */
export const lightText = {
  green: "绿灯",
  yellow: "黄灯",
  red: "红灯",
  grey: "灰灯",
} as const satisfies Record<Light, string>;

/** What a light says, and why there is a grey one or none. */
export const lightReasonText = {
  unverified: "待核实",
  paused: "暂停",
  terminated: "已终止",
  nothing_open: "已投产",
  no_deadline: "无计划时限",
  on_time: "按期",
  late: "滞后",
  very_late: "严重滞后",
} as const satisfies Record<LightReason, string>;
