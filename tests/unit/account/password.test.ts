import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { oneTimePassword, oneTimePasswordBytes } from "@/lib/account/one-time-password";
import { passwordRefusal } from "@/lib/account/password-rules";

describe("a password", () => {
  it.each(["Tea-Mountain-7-River", "Kmt7-Pwd4-Rgh2", "蓝色Kettle9窗台上的猫咪呀", "correct horse Battery"])(
    "long and mixed enough is accepted: %s",
    (password) => {
      expect(passwordRefusal(password, "zhuanyuan")).toBeNull();
    },
  );

  it("has at least 12 characters, counted as people count", () => {
    expect(passwordRefusal("Teapot-7-Riv", "wang")).toBeNull();
    expect(passwordRefusal("Teapot-7-Ri", "wang")).toBe("密码至少 12 个字符，现在是 11 个。");
    expect(passwordRefusal("Teapot-7-😀", "wang")).toBe("密码至少 12 个字符，现在是 10 个。");
    expect(passwordRefusal(`Teapot-7-${"River".repeat(30)}`, "wang")).toMatch(/最多 128/);
  });

  it("has three of four classes", () => {
    expect(passwordRefusal("teapotrivermoon", "wang")).toMatch(/至少三种/);
    expect(passwordRefusal("teapot7river3", "wang")).toMatch(/至少三种/);
    expect(passwordRefusal("Teapot7river3", "wang")).toBeNull();
  });

  it("does not contain the user name in any case", () => {
    expect(passwordRefusal("Teapot-7-WangLi", "wangli")).toBe("密码里不能有用户名，请换一个。");
  });

  it.each([
    "Password1234",
    "P@ssw0rd2026!",
    "Admin@123456",
    "Qwerty123456",
    "Zunyi@2015@Zunyi",
    "Aa123456789!",
    "Aaaaaaaaaaa1!",
    "1qaz2wsx3EDC",
    "Abcdefgh1234",
    "Woaini5201314!",
    "Huawei12#$2024",
    "Summer2026!!x",
    "Pa$$word-2026",
    "Changeme-2026",
  ])("that guessers try first is refused: %s", (password) => {
    expect(passwordRefusal(password, "wang")).toMatch(/太常见/);
  });
});

describe("a one-time password", () => {
  const fill = (byte: number) => new Uint8Array(oneTimePasswordBytes).fill(byte);

  it("passes the rules for passwords and has nothing that looks alike", () => {
    for (let seed = 0; seed < 500; seed++) {
      const bytes = createHash("sha256").update(`seed ${seed}`).digest().subarray(0, oneTimePasswordBytes);
      const password = oneTimePassword(bytes);
      expect(password).toMatch(/^(?:[A-Z][a-z]{2}\d-){4}[A-Z][a-z]{2}\d$/);
      expect(password).not.toMatch(/[0O1lI]/);
      expect(passwordRefusal(password, "zhuanyuan")).toBeNull();
    }
  });

  it("depends on every byte", () => {
    const base = oneTimePassword(fill(0));
    for (let index = 0; index < oneTimePasswordBytes; index++) {
      expect(oneTimePassword(fill(0).with(index, 1))).not.toBe(base);
    }
  });

  it("is not made from too few bytes", () => {
    expect(() => oneTimePassword(new Uint8Array(4))).toThrow(RangeError);
  });
});
