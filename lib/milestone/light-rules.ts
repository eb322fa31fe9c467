import type { IsoDate } from "@/lib/format/calendar-day";
import { type DatedMilestone, isDone, overdueDays } from "@/lib/milestone/milestone-rules";
import type { Condition, Stage, Tracking } from "@/lib/project/project-rules";

/** Printed wherever lights are shown (默认规则第 1 版). A changed rule is a new version. */
export const lightRuleVersion = 1;
export const mostYellowDays = 30;

export type Light = "green" | "yellow" | "red" | "grey";

/** Every reason there is, with the light it gives; null is no light at all. */
export const lightOfReason = {
  unverified: "grey",
  paused: "grey",
  terminated: null,
  nothing_open: null,
  no_deadline: "grey",
  on_time: "green",
  late: "yellow",
  very_late: "red",
} as const satisfies Record<string, Light | null>;
export type LightReason = keyof typeof lightOfReason;

/** `overdueDays` is that of the latest open milestone; null where lateness was not judged. */
export type Lamp = { light: Light | null; reason: LightReason; overdueDays: number | null };

export type LitProject = {
  tracking: Tracking | null;
  condition: Condition | null;
  stage: Stage;
  milestones: readonly DatedMilestone[];
};

/** The light of a project on a day; `lampsSql` says the same of many at once, and a test holds them together. Silence is no part of it: 断报 is a mark of its own. */
export function projectLamp(project: LitProject, day: IsoDate): Lamp {
  const open = project.milestones.filter((milestone) => !isDone(milestone, day));
  if (project.tracking === "unverified") return unjudged("unverified");
  if (project.condition === "paused") return unjudged("paused");
  if (project.condition === "terminated") return unjudged("terminated");
  if (project.stage === "operating" && open.length === 0) return unjudged("nothing_open");
  return latenessLamp(open, day);
}

function latenessLamp(open: readonly DatedMilestone[], day: IsoDate): Lamp {
  const lateness = open
    .filter((milestone) => milestone.basis !== "inferred")
    .map((milestone) => overdueDays(milestone, day))
    .filter((days) => days !== null);
  if (lateness.length === 0) return unjudged("no_deadline");
  const days = Math.max(...lateness);
  const reason = days === 0 ? "on_time" : days <= mostYellowDays ? "late" : "very_late";
  return { light: lightOfReason[reason], reason, overdueDays: days };
}

function unjudged(reason: LightReason): Lamp {
  return { light: lightOfReason[reason], reason, overdueDays: null };
}
