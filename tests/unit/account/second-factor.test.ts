import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { recoveryCode, recoveryCodeBytes } from "@/lib/account/recovery-code";
import { needsSecondFactor, readCode } from "@/lib/account/second-factor-rules";
import { fittingStep, newTimeSecret, secretToShow } from "@/lib/account/time-code";
import { roles } from "@/lib/auth/policy";

const secret = new TextEncoder().encode("12345678901234567890");
const codeOfStep40 = "268376";
const at = (seconds: number, after: number | null = null) => ({ nowMs: seconds * 1000, after });

describe("a code of the authenticator", () => {
  // RFC 6238, appendix B, SHA-1: eight digits there, of which six digits are the last.
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at second %i is what RFC 6238 says", (seconds, digits) => {
    expect(fittingStep(secret, digits, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-31, null],
    [-30, 40],
    [0, 40],
    [29, 40],
    [59, 40],
    [60, null],
  ])("of step 40 counts in its step and in those beside it: %i s after its start", (seconds, step) => {
    expect(fittingStep(secret, codeOfStep40, at(40 * 30 + seconds))).toBe(step);
  });

  it("counts once, and none before it counts afterwards", () => {
    expect(fittingStep(secret, codeOfStep40, at(40 * 30, 39))).toBe(40);
    expect(fittingStep(secret, codeOfStep40, at(40 * 30, 40))).toBeNull();
    expect(fittingStep(secret, codeOfStep40, at(40 * 30, 41))).toBeNull();
  });

  it("does not fit another secret, nor do other digits", () => {
    const other = new TextEncoder().encode("09876543210987654321");
    expect(fittingStep(other, codeOfStep40, at(40 * 30))).toBeNull();
    expect(fittingStep(secret, "404055", at(40 * 30))).toBeNull();
  });
});

describe("the secret", () => {
  it("has 160 bits, and is another each time", () => {
    const [one, other] = [newTimeSecret(), newTimeSecret()];
    expect(one).toHaveLength(20);
    expect(one).not.toEqual(other);
  });

  it("is shown in groups of four and as a link that names site and account", () => {
    const { text, link } = secretToShow(secret, "zhao");
    expect(text).toBe("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    expect(decodeURIComponent(link)).toBe(
      "otpauth://totp/遵义招商项目跟踪:zhao?issuer=遵义招商项目跟踪&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" +
        "&algorithm=SHA1&digits=6&period=30",
    );
  });
});

describe("a recovery code", () => {
  it("has 12 characters that nobody mistakes, in groups of four", () => {
    for (let seed = 0; seed < 200; seed++) {
      const bytes = createHash("sha256").update(`seed ${seed}`).digest().subarray(0, recoveryCodeBytes);
      const code = recoveryCode(bytes);
      expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);
      expect(readCode(code)).toEqual({ kind: "recovery", code });
    }
  });
});

it("a second factor is required of all who do more than read, where the operator wants it", () => {
  expect(roles.filter((role) => needsSecondFactor(role, true))).toEqual(
    roles.filter((role) => role !== "official"),
  );
  expect(roles.some((role) => needsSecondFactor(role, false))).toBe(false);
});

describe("what is typed as a code", () => {
  it.each(["123456", "123 456", "１２３４５６", " 123456\n"])("may be the app's digits: %j", (typed) => {
    expect(readCode(typed)).toEqual({ kind: "time", digits: "123456" });
  });

  it.each(["k7m1-0qwx-4tzn", "K7M1 0QWX 4TZN", "k7mlOqwx4tzn", "ｋ７ｍＩ—０ｑｗｘ－４ｔｚｎ"])(
    "may be a recovery code: %j",
    (typed) => {
      expect(readCode(typed)).toEqual({ kind: "recovery", code: "k7m1-0qwx-4tzn" });
    },
  );

  it.each(["", "12345", "1234567", "abc123", "k7m1-0qwx-4tz", "k7m1-0qwx-4tzu", "一二三四五六"])(
    "is neither when it cannot be: %j",
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});
