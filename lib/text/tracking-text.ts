/** Whether somebody reports on a project. */
export const trackingText = {
  unverified: "待核实",
  lapsed: "断报",
  tracked: "跟踪中",
} as const satisfies Record<"unverified" | "lapsed" | "tracked", string>;
