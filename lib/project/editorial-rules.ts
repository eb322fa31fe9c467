import type { Permission } from "@/lib/auth/policy";
import type { Refusal } from "@/lib/refusal";

export const editorialStates = [
  "draft",
  "submitted",
  "returned",
  "published",
  "corrected",
  "withdrawn",
] as const;
export type EditorialState = (typeof editorialStates)[number];

/** Who takes a step, what it needs. Nobody decides on what they wrote. */
export const editorialSteps = {
  submit: { permission: "report:write", by: "author", needsReason: false },
  publish: { permission: "report:review", by: "another", needsReason: false },
  return: { permission: "report:review", by: "another", needsReason: true },
  correct: { permission: "report:review", by: "another", needsReason: true },
  withdraw: { permission: "report:withdraw", by: "another", needsReason: true },
} as const satisfies Record<
  string,
  { permission: Permission; by: "author" | "another"; needsReason: boolean }
>;
export type EditorialStep = keyof typeof editorialSteps;

/**  draft ──submit──▶ submitted ──publish──▶ published ──correct──▶ corrected
 *                     │     ▲                   └──────withdraw──▶ withdrawn
 *                   return submit
 *                     ▼     │
 *                    returned                                               */
const transitions = {
  draft: { submit: "submitted" },
  submitted: { publish: "published", return: "returned" },
  returned: { submit: "submitted" },
  published: { correct: "corrected", withdraw: "withdrawn" },
  corrected: {},
  withdrawn: {},
} as const satisfies Record<EditorialState, Partial<Record<EditorialStep, EditorialState>>>;

/** The state after a step; null when the state does not allow it. */
export function nextState(state: EditorialState, step: EditorialStep): EditorialState | null {
  const steps: Partial<Record<EditorialStep, EditorialState>> = transitions[state];
  return steps[step] ?? null;
}

export type EditorialMove = {
  state: EditorialState;
  step: EditorialStep;
  authorId: string;
  actorId: string;
  reason: string | null;
};

/** The state that follows, or why this person may not take the step now. The permission is asked for apart. */
export function takeStep(
  move: EditorialMove,
): { state: EditorialState } | { refusal: Refusal<"step" | "reason"> } {
  const { by, needsReason } = editorialSteps[move.step];
  const state = nextState(move.state, move.step);
  if (state === null) return refuse("step", "这份填报的状态已经变了，请刷新页面，看过现状再办。");
  if (by === "author" && move.actorId !== move.authorId)
    return refuse("step", "只有填报人能提交，请转给填报人。");
  if (by === "another" && move.actorId === move.authorId) {
    return refuse("step", "填报人和审核人必须是两个人，请转给另一位审核员。");
  }
  if (needsReason && !move.reason?.trim()) return refuse("reason", "请写明原因，填报人会看到。");
  return { state };
}

function refuse(field: "step" | "reason", message: string) {
  return { refusal: { field, message } };
}
