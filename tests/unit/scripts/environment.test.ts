import { describe, expect, test } from "vitest";
import { OperatorError } from "../../../scripts/command.mjs";
import { readEnvironment } from "../../../scripts/environment.mjs";

const databaseUrl = "postgresql://app:pa55word@db.example.cn:5432/zunyi";
const secret = "s".repeat(32);

function refusal(env: Record<string, string>) {
  try {
    readEnvironment(env);
  } catch (error) {
    if (error instanceof OperatorError) return error.message;
    throw error;
  }
  return null;
}

test("nothing needs to be set", () => {
  expect(readEnvironment({})).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
    secret: undefined,
    siteUrl: "http://localhost:3000",
  });
});

test("an empty variable counts as not set", () => {
  expect(readEnvironment({ PORT: "", DATABASE_URL: "" })).toMatchObject({
    port: 3000,
    databaseUrl: undefined,
  });
});

test("migrations use DATABASE_URL unless a way past the pooler is given", () => {
  const env = { DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: secret };
  expect(readEnvironment(env).directUrl).toBe(databaseUrl);
  const direct = "postgres://app@direct.example.cn/zunyi";
  expect(readEnvironment({ ...env, DATABASE_DIRECT_URL: direct }).directUrl).toBe(direct);
});

test("the site's address follows the port", () => {
  expect(readEnvironment({ PORT: "8080" }).siteUrl).toBe("http://localhost:8080");
});

describe("a wrong value is one line that names the variable", () => {
  test.each([
    [{ PORT: "abc" }, 'PORT 应为 1–65535 的整数，现为 "abc"'],
    [{ PORT: "70000" }, 'PORT 应为 1–65535 的整数，现为 "70000"'],
    [{ REQUIRE_TOTP: "yes" }, 'REQUIRE_TOTP 应为 true 或 false，现为 "yes"'],
    [{ LOG_LEVEL: "loud" }, 'LOG_LEVEL 应为 debug、info、warn、error 之一，现为 "loud"'],
    [{ NEXTAUTH_SECRET: "short" }, "NEXTAUTH_SECRET 至少 32 个字符，可用 openssl rand -base64 32 生成"],
    [{ NEXTAUTH_URL: "example.cn" }, "NEXTAUTH_URL 不是有效地址，应形如 https://zhaoshang.example.cn"],
    [
      { DATABASE_URL: databaseUrl },
      "设置了 DATABASE_URL 就必须设置 NEXTAUTH_SECRET（至少 32 个字符），各实例才能互认登录",
    ],
  ])("%o", (env, message) => {
    expect(refusal(env)).toBe(message);
  });

  test.each(["mysql://app@db/zunyi", "postgresql://app@db/", "db.example.cn"])("DATABASE_URL %s", (url) => {
    expect(refusal({ DATABASE_URL: url })).toMatch(/^DATABASE_URL 不是有效地址/);
  });
});

test("a refusal never repeats a password", () => {
  expect(refusal({ DATABASE_URL: "mysql://app:pa55word@db/zunyi" })).not.toContain("pa55word");
});

test("a storage that speaks S3 is configured whole, or not at all", () => {
  const s3 = {
    S3_ENDPOINT: "https://s3.example.cn",
    S3_BUCKET: "attachments",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  expect(refusal(s3)).toBeNull();
  expect(refusal({ ...s3, S3_BUCKET: "" })).toBe("用 S3 存附件，还要设置 S3_BUCKET");
  expect(refusal({ ...s3, S3_ENDPOINT: "s3.example.cn" })).toMatch(/^S3_ENDPOINT 不是有效地址/);
});
