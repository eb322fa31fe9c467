import type { ReviewChange, RoundChange, TaskChange } from "@/lib/paths";

/** What the page of one's tasks says was done. */
export const taskChangeText = {
  checked: "核实已提交，等待审核。审核通过前，公众看不到。",
  assigned: "责任单位已指定。",
  drafted: "草稿已保存，还没有提交。从下面再点“填报”，接着填。",
  "handed-over": "项目已交接。",
} as const satisfies Record<TaskChange, string>;

/** What the review queue says was done. */
export const reviewChangeText = {
  published: "已发布，公众现在可以看到。",
  returned: "已退回给填报人，原因显示在该字段旁。",
  withdrawn: "已撤回，项目恢复到发布前的记录。",
} as const satisfies Record<ReviewChange, string>;

/** What the page of a round says was done. */
export const roundChangeText = {
  opened: "调度已开启，填报人在“我的任务”里看得到。",
  moved: "截止日已调整。",
  closed: "调度已关闭，不再收这个月的新填报。",
  reopened: "调度已重新开放，可以补报。",
} as const satisfies Record<RoundChange, string>;
