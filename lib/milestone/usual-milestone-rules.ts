import type { Stage } from "@/lib/project/project-rules";

/** A milestone that projects usually have. */
export type UsualMilestone = { title: string; stage: Stage };

/** 前期手续 up to full output, in their usual order; `stage` is the one in which the project then stands. */
export const usualMilestones = [
  { title: "企业注册", stage: "signed" },
  { title: "立项备案", stage: "signed" },
  { title: "用地", stage: "signed" },
  { title: "环评", stage: "signed" },
  { title: "施工许可", stage: "signed" },
  { title: "竣工", stage: "under_construction" },
  { title: "入统", stage: "operating" },
  { title: "达产", stage: "operating" },
] as const satisfies readonly UsualMilestone[];
