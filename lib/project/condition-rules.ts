import type { IsoDate } from "@/lib/format/calendar-day";
import type { Condition } from "@/lib/project/project-rules";
import type { Refusal } from "@/lib/refusal";

type Requirement = "reason" | "reviewOn";
type ConditionSteps = Partial<Record<Condition, readonly Requirement[]>>;

/**  未核实 ──▶ active ◀──▶ paused
 *     │         └──▶ terminated ◀──┘   final
 *     └────────▶ paused, terminated */
const conditionSteps = {
  unverified: { active: [], paused: ["reason", "reviewOn"], terminated: ["reason"] },
  active: { paused: ["reason", "reviewOn"], terminated: ["reason"] },
  paused: { active: ["reason"], terminated: ["reason"] },
  terminated: {},
} as const satisfies Record<Condition | "unverified", ConditionSteps>;

export type ConditionChange = { to: Condition; reason: string | null; reviewOn: IsoDate | null };
type ConditionField = keyof ConditionChange;

/** Why the condition may not be changed, field by field; empty when it may. null is 未核实. */
export function conditionChangeRefusals(
  from: Condition | null,
  change: ConditionChange,
  today: IsoDate,
): Refusal<ConditionField>[] {
  const steps: ConditionSteps = conditionSteps[from ?? "unverified"];
  const needed = steps[change.to];
  if (from === "terminated")
    return [{ field: "to", message: "项目已终止，不能再改状况。记录有误请用“更正”。" }];
  if (needed === undefined) return [{ field: "to", message: "项目已经是这个状况，请另选一个。" }];
  return needed.flatMap((requirement) => requirements[requirement](change, today));
}

/** Why a change of that day may not be recorded: the condition since a later day would outlast it. Null: it may. */
export function overtakenCondition(on: IsoDate, since: IsoDate | null): string | null {
  if (since === null || on >= since) return null;
  return `状况在 ${since} 已经有记录，${on} 的改动不会起作用。请填在它之后的日期或月份；记录有误请用“更正”。`;
}

const requirements: Record<
  Requirement,
  (change: ConditionChange, today: IsoDate) => Refusal<ConditionField>[]
> = {
  reason: ({ reason }) => (reason ? [] : [{ field: "reason", message: "请写明原因。" }]),
  reviewOn: ({ reviewOn }, today) => {
    if (reviewOn === null) return [{ field: "reviewOn", message: "请填复核日期：哪一天再看能否恢复。" }];
    return reviewOn > today ? [] : [{ field: "reviewOn", message: `复核日期要晚于今天（${today}）。` }];
  },
};
