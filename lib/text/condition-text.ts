/** Whether a project moves. */
export const conditionText = {
  active: "正常推进",
  paused: "暂停",
  terminated: "终止",
} as const satisfies Record<"active" | "paused" | "terminated", string>;

/** A condition of null: nobody has stated it. */
export const conditionUnverifiedText = "未核实";
