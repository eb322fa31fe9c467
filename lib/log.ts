import { env } from "./env";

const levels = ["debug", "info", "warn", "error"] as const;
type Level = (typeof levels)[number];
type Fields = Record<string, unknown>;

const secretName = /password|secret|token|cookie|authorization|database_.*url/i;
const urlCredentials = /(\w+:\/\/)[^\s/@]+@/g;

/** One JSON object per line on stdout. Values of secret names and credentials in URLs are never written. */
export const log = logger({});

/** A log whose lines all carry these fields, usually the request's id. */
export function logger(context: Fields) {
  const write =
    (level: Level) =>
    (message: string, fields: Fields = {}) => {
      if (levels.indexOf(level) < levels.indexOf(env.LOG_LEVEL)) return;
      const line = { time: new Date().toISOString(), level, message, ...context, ...fields };
      process.stdout.write(`${JSON.stringify(line, presentable)}\n`);
    };
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

function presentable(name: string, value: unknown): unknown {
  if (secretName.test(name)) return "[secret]";
  if (value instanceof Error)
    return { ...value, name: value.name, message: value.message, stack: value.stack };
  if (typeof value === "bigint") return value.toString();
  return typeof value === "string" ? value.replace(urlCredentials, "$1") : value;
}
