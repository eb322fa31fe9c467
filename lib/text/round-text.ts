/** The steps in the life of a round. */
export const roundStepText = {
  opened: "开启",
  due_moved: "调整截止日",
  closed: "关闭",
  reopened: "重新开放",
} as const satisfies Record<"opened" | "due_moved" | "closed" | "reopened", string>;

/** Whose projects a grid shows. */
export const gridScopeText = {
  own: "我负责的",
  open: "没有指定责任人的",
} as const satisfies Record<"own" | "open", string>;
