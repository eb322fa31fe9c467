import { describe, expect, it } from "vitest";
import {
  type EditorialMove,
  type EditorialStep,
  editorialStates,
  editorialSteps,
  nextState,
  takeStep,
} from "@/lib/project/editorial-rules";

const move = (step: EditorialStep, more: Partial<EditorialMove> = {}): EditorialMove => ({
  state: "submitted",
  step,
  authorId: "zhuanyuan",
  actorId: "shenhe",
  reason: "核对附件",
  ...more,
});
const refusedField = (asked: EditorialMove) => {
  const taken = takeStep(asked);
  return "refusal" in taken ? taken.refusal.field : null;
};

describe("a report", () => {
  it("takes these steps and no others", () => {
    const taken = editorialStates.flatMap((state) =>
      Object.keys(editorialSteps).flatMap((name) => {
        const step = name as EditorialStep; // Object.keys forgets the type of the keys
        const next = nextState(state, step);
        return next === null ? [] : [`${state} ${step} ${next}`];
      }),
    );
    expect(taken).toEqual([
      "draft submit submitted",
      "submitted publish published",
      "submitted return returned",
      "returned submit submitted",
      "published correct corrected",
      "published withdraw withdrawn",
    ]);
  });

  it("is handed in by its author only", () => {
    const draft = { state: "draft", reason: null } as const;
    expect(takeStep(move("submit", { ...draft, actorId: "zhuanyuan" }))).toEqual({ state: "submitted" });
    expect(refusedField(move("submit", { ...draft, actorId: "another-zhuanyuan" }))).toBe("step");
  });

  it("is published by somebody other than its author", () => {
    expect(takeStep(move("publish", { reason: null }))).toEqual({ state: "published" });
    expect(takeStep(move("publish", { actorId: "zhuanyuan" }))).toEqual({
      refusal: { field: "step", message: "填报人和审核人必须是两个人，请转给另一位审核员。" },
    });
  });

  it("is returned, corrected and withdrawn by somebody other than its author, with a reason", () => {
    for (const [state, step] of [
      ["submitted", "return"],
      ["published", "correct"],
      ["published", "withdraw"],
    ] as const) {
      expect(takeStep(move(step, { state }))).toHaveProperty("state");
      expect(refusedField(move(step, { state, reason: "  " }))).toBe("reason");
      expect(refusedField(move(step, { state, actorId: "zhuanyuan" }))).toBe("step");
    }
  });

  it("that changed meanwhile asks for a fresh look", () => {
    expect(takeStep(move("publish", { state: "withdrawn" }))).toEqual({
      refusal: { field: "step", message: "这份填报的状态已经变了，请刷新页面，看过现状再办。" },
    });
  });

  it("asks for the permission of writing to submit, of reviewing for the rest", () => {
    expect(editorialSteps.submit.permission).toBe("report:write");
    expect(editorialSteps.publish.permission).toBe("report:review");
    expect(editorialSteps.return.permission).toBe("report:review");
    expect(editorialSteps.withdraw.permission).toBe("report:withdraw");
  });
});
