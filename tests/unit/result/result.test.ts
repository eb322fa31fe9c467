import { expect, test } from "vitest";
import { DomainError, keptValues, refusal } from "@/lib/result";

function formOf(entries: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test("a refused form keeps what was typed, but no passwords, files or framework fields", () => {
  const form = formOf([
    ["summary", "一期封顶"],
    ["milestone", "m1"],
    ["milestone", "m2"],
    ["password", "secret"],
    ["photo", new Blob(["x"])],
    ["$ACTION_ID_1", ""],
  ]);
  expect(keptValues(form)).toEqual({ summary: "一期封顶", milestone: ["m1", "m2"] });
});

test("a refusal about a field is shown at that field", () => {
  const state = refusal(new DomainError("请填写完成百分比。", "percent"), formOf([["percent", ""]]));
  expect(state).toEqual({
    message: "请填写完成百分比。",
    fieldErrors: { percent: "请填写完成百分比。" },
    values: { percent: "" },
  });
});

test("nothing that is kept holds a NUL, which no database stores", () => {
  expect(keptValues(formOf([["sum\0mary", "一期\0封顶"]]))).toEqual({ summary: "一期封顶" });
});
