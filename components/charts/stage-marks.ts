import type { Stage } from "@/lib/project/project-rules";

/** How a stage fills an area: outline, mid-tone, solid. */
export const stageFills = {
  signed: { fill: "var(--color-paper)", stroke: "var(--color-stage-signed)" },
  under_construction: { fill: "var(--color-stage-building)", stroke: "none" },
  operating: { fill: "var(--color-stage-operating)", stroke: "none" },
} as const satisfies Record<Stage, { fill: string; stroke: string }>;

/** The colour of a stage's stippling. */
export const stageInks = {
  signed: "var(--color-stage-signed)",
  under_construction: "var(--color-stage-building)",
  operating: "var(--color-stage-operating)",
} as const satisfies Record<Stage, string>;
