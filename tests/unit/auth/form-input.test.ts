import { expect, it } from "vitest";
import { changeOwnPasswordSchema, createAccountSchema, signInSchema } from "@/lib/account/account-schema";
import { formInput, invalidInput } from "@/lib/auth/form-input";

function formOf(fields: readonly (readonly [string, string])[]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

it("a form is its fields by name, lists where a name repeats, without Next's own", () => {
  const form = formOf([
    ["$ACTION_1", "x"],
    ["name", "zhao"],
    ["tick", "a"],
    ["tick", "b"],
  ]);
  expect(formInput(form)).toEqual({ name: "zhao", tick: ["a", "b"] });
});

it("NUL, which nobody types and Postgres cannot store, falls out of every field", () => {
  const form = formOf([
    ["na\0me", "zh\0ao"],
    ["tick", "\0a"],
    ["tick", "b"],
  ]);
  expect(formInput(form)).toEqual({ name: "zhao", tick: ["a", "b"] });
});

it("a refused form keeps what was typed, but no password, and says the first error of each field", () => {
  const form = formOf([
    ["step", "password"],
    ["name", "zhao"],
    ["password", ""],
    ["next", "/staff"],
  ]);
  const { error } = signInSchema.safeParse(formInput(form));
  expect(error && invalidInput(error, form)).toEqual({
    message: undefined,
    fieldErrors: { password: "请输入密码。" },
    values: { step: "password", name: "zhao", next: "/staff" },
  });
});

it("a field sent twice is refused, not guessed", () => {
  const form = formOf([
    ["step", "password"],
    ["name", "zhao"],
    ["name", "qian"],
    ["password", "x"],
  ]);
  expect(signInSchema.safeParse(formInput(form)).error?.issues[0]?.path).toEqual(["name"]);
});

it("a name is read leniently at sign-in", () => {
  const typed = { step: "password", name: " Ｚhao ", password: "x" };
  expect(signInSchema.parse(typed)).toMatchObject({ name: "zhao" });
});

it("a code is read leniently, and what can be none is said at its field", () => {
  const typed = { step: "code", pending: "x", secondFactor: "１２３ ４５６" };
  expect(signInSchema.parse(typed)).toMatchObject({ secondFactor: { kind: "time", digits: "123456" } });
  const { error } = signInSchema.safeParse({ ...typed, secondFactor: "12345" });
  expect(error?.issues).toMatchObject([
    { path: ["secondFactor"], message: expect.stringContaining("6 位数字") },
  ]);
});

it("a repeated password that differs is said at its field", () => {
  const typed = { currentPassword: "a", newPassword: "b", repeatedPassword: "c" };
  expect(changeOwnPasswordSchema.safeParse(typed).error?.issues[0]?.path).toEqual(["repeatedPassword"]);
});

it.each(["1zhao", "zh ao", "z", "赵", "a".repeat(33)])("an account cannot be called %j", (name) => {
  const typed = { name, displayName: "赵", role: "staff" };
  expect(createAccountSchema.safeParse(typed).error?.issues[0]?.message).toMatch(/用户名用 2–32 个/);
});

it("a display name carries no invisible marks", () => {
  const typed = { name: "zhao", displayName: " 赵\u202E专员 ", role: "staff" };
  expect(createAccountSchema.parse(typed).displayName).toBe("赵专员");
  expect(createAccountSchema.safeParse({ ...typed, displayName: " " }).success).toBe(false);
});
