import { expect, test } from "vitest";
import { parseEnv } from "@/lib/env";

test("everything is optional, and empty means not given", () => {
  expect(parseEnv({ PORT: "", DATABASE_URL: " " })).toEqual({
    PORT: 3000,
    DATA_DIR: ".data",
    LOG_LEVEL: "info",
  });
});

test("listening uses the same database unless a direct way to it is given", () => {
  const url = "postgresql://app:x@db/app";
  const secret = { NEXTAUTH_SECRET: "0123456789abcdef0123456789abcdef" };
  expect(parseEnv({ ...secret, DATABASE_URL: url }).DATABASE_DIRECT_URL).toBe(url);
  const direct = "postgres://app:x@db:6543/app";
  expect(parseEnv({ ...secret, DATABASE_URL: url, DATABASE_DIRECT_URL: direct }).DATABASE_DIRECT_URL).toBe(
    direct,
  );
});

test("each wrong value is one line that names the variable and never repeats the value", () => {
  const wrong = { PORT: "abc", DATABASE_URL: "mysql://secret", NEXTAUTH_SECRET: "short", LOG_LEVEL: "loud" };
  expect(() => parseEnv(wrong)).toThrow(
    [
      "PORT must be a number",
      "DATABASE_URL must be a PostgreSQL URL: postgresql://user:password@host:5432/name",
      "NEXTAUTH_SECRET must have at least 32 characters",
      "LOG_LEVEL must be debug, info, warn or error",
    ].join("\n"),
  );
});

test("a database of the operator needs a secret of the operator", () => {
  expect(() => parseEnv({ DATABASE_URL: "postgresql://app:x@db/app" })).toThrow(
    /^NEXTAUTH_SECRET is required/,
  );
});

test("a second factor is required when the operator says so, in one of two words", () => {
  expect(parseEnv({ REQUIRE_TOTP: "true" }).REQUIRE_TOTP).toBe(true);
  expect(parseEnv({ REQUIRE_TOTP: "false" }).REQUIRE_TOTP).toBe(false);
  expect(() => parseEnv({ REQUIRE_TOTP: "perhaps" })).toThrow("REQUIRE_TOTP must be true or false");
});

test("a storage that speaks S3 is configured whole, or not at all", () => {
  const s3 = {
    S3_ENDPOINT: "https://s3.example.cn",
    S3_BUCKET: "zunyi-attachments",
    S3_ACCESS_KEY_ID: "key",
    S3_SECRET_ACCESS_KEY: "secret",
  };
  expect(parseEnv(s3).S3).toEqual({
    endpoint: "https://s3.example.cn",
    bucket: "zunyi-attachments",
    region: "us-east-1",
    accessKeyId: "key",
    secretAccessKey: "secret",
  });
  expect(() => parseEnv({ ...s3, S3_SECRET_ACCESS_KEY: "" })).toThrow(
    "S3_SECRET_ACCESS_KEY is required with S3_ENDPOINT",
  );
  expect(() => parseEnv({ ...s3, S3_ENDPOINT: "s3.example.cn" })).toThrow("S3_ENDPOINT must be");
});
