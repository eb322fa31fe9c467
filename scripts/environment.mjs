import path from "node:path";
import { OperatorError } from "./command.mjs";
import { projectPath } from "./project.mjs";

const logLevels = ["debug", "info", "warn", "error"];

/**
 * @typedef {object} Settings
 * @property {number} port
 * @property {string} dataDir absolute
 * @property {string | undefined} databaseUrl undefined: the embedded Postgres
 * @property {string | undefined} directUrl past a pooler; the same as databaseUrl unless set
 * @property {string | undefined} secret undefined: one is generated into the data folder
 * @property {string} siteUrl
 */

/**
 * Reads what the operator set; a wrong value is one line that names the variable, never its secret content.
 * @param {Record<string, string | undefined>} variables an empty one counts as not set
 * @returns {Settings}
 */
export function readEnvironment(variables) {
  const env = Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()));
  const port = readPort(env.PORT);
  const databaseUrl = readUrl(env, "DATABASE_URL", postgresUrl);
  const secret = env.NEXTAUTH_SECRET;
  if (databaseUrl && !secret) {
    refuse("设置了 DATABASE_URL 就必须设置 NEXTAUTH_SECRET（至少 32 个字符），各实例才能互认登录");
  }
  if (secret && secret.length < 32) {
    refuse("NEXTAUTH_SECRET 至少 32 个字符，可用 openssl rand -base64 32 生成");
  }
  if (env.LOG_LEVEL && !logLevels.includes(env.LOG_LEVEL)) {
    refuse(`LOG_LEVEL 应为 ${logLevels.join("、")} 之一，现为 "${env.LOG_LEVEL}"`);
  }
  if (env.REQUIRE_TOTP && !["true", "false"].includes(env.REQUIRE_TOTP)) {
    refuse(`REQUIRE_TOTP 应为 true 或 false，现为 "${env.REQUIRE_TOTP}"`);
  }
  requireWholeS3(env);
  return {
    port,
    dataDir: path.resolve(projectPath(), env.DATA_DIR ?? ".data"),
    databaseUrl,
    directUrl: readUrl(env, "DATABASE_DIRECT_URL", postgresUrl) ?? databaseUrl,
    secret,
    siteUrl: readUrl(env, "NEXTAUTH_URL", siteUrl) ?? `http://localhost:${port}`,
  };
}

const s3Names = ["S3_ENDPOINT", "S3_BUCKET", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"];

function requireWholeS3(env) {
  const missing = s3Names.filter((name) => !env[name]);
  if (missing.length === s3Names.length) return;
  if (missing.length > 0) refuse(`用 S3 存附件，还要设置 ${missing.join("、")}`);
  readUrl(env, "S3_ENDPOINT", s3Url);
}

function readPort(text) {
  if (!text) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65535) refuse(`PORT 应为 1–65535 的整数，现为 "${text}"`);
  return port;
}

const postgresUrl = {
  example: "postgresql://用户:密码@主机:5432/数据库名",
  fits: (url) => /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1,
};

const s3Url = {
  example: "https://s3.example.cn",
  fits: (url) => /^https?:$/.test(url.protocol),
};

const siteUrl = {
  example: "https://zhaoshang.example.cn",
  fits: (url) => /^https?:$/.test(url.protocol),
};

function readUrl(env, name, { example, fits }) {
  const text = env[name];
  if (!text) return undefined;
  if (!URL.canParse(text) || !fits(new URL(text))) refuse(`${name} 不是有效地址，应形如 ${example}`);
  return text;
}

/** @returns {never} */
function refuse(message) {
  throw new OperatorError(message);
}
