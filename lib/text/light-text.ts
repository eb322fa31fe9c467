/** 红黄绿灯, for officials and staff only. */
export const lightText = {
  green: "绿灯",
  yellow: "黄灯",
  red: "红灯",
  grey: "灰灯",
} as const satisfies Record<"green" | "yellow" | "red" | "grey", string>;

/** What a coloured light says; a grey one has reasons of its own. */
export const lightMeaningText = {
  green: "按期",
  yellow: "滞后",
  red: "严重滞后",
} as const satisfies Record<Exclude<keyof typeof lightText, "grey">, string>;

export const greyReasonText = {
  unverified: "待核实",
  paused: "暂停",
  no_deadline: "无计划时限",
} as const satisfies Record<"unverified" | "paused" | "no_deadline", string>;
