import pg from "pg";
import { OperatorError } from "./command.mjs";

const problems = {
  ECONNREFUSED: "没有响应：请确认 PostgreSQL 已启动，主机和端口正确",
  ENOTFOUND: "的主机名无法解析：请检查 DATABASE_URL",
  EAI_AGAIN: "的主机名无法解析：请检查 DATABASE_URL 和网络",
  ETIMEDOUT: "连接超时：请检查网络和防火墙",
  EHOSTUNREACH: "无法到达：请检查网络和防火墙",
  "28P01": "拒绝了用户名或密码：请检查 DATABASE_URL",
  28000: "不允许这个用户登录：请检查 DATABASE_URL 和 pg_hba.conf",
  "3D000": "上没有这个数据库",
  42501: "上的用户权限不足",
  53300: "的连接数已满",
  "57P03": "正在启动或恢复：请稍后重试",
};

/**
 * Runs work on one connection, closing it afterwards; an unreachable server is one line that says what to do.
 * @template T
 * @param {string} url
 * @param {(client: pg.Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw explained(error, url);
  }
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The server's refusal in the operator's words, without the password; an unknown one stays as it is. */
function explained(error, url) {
  const code = error.message === "timeout expired" ? "ETIMEDOUT" : error.code;
  if (!problems[code]) return error;
  const { hostname, port } = new URL(url);
  const explanation = new OperatorError(
    `数据库 ${hostname}:${port || 5432}/${databaseName(url)} ${problems[code]}`,
  );
  return Object.assign(explanation, { code });
}

/**
 * Makes the database unless it exists.
 * @param {string} url of the database that is wanted
 * @returns {Promise<boolean>} whether it was made now
 */
export async function createDatabase(url) {
  try {
    await withClient(url, async () => {});
    return false;
  } catch (error) {
    if (error.code !== "3D000") throw error;
  }
  const name = databaseName(url);
  return withClient(maintenanceUrl(url), async (client) => {
    try {
      await client.query(
        `create database ${client.escapeIdentifier(name)} template template0 encoding 'UTF8'`,
      );
      return true;
    } catch (error) {
      if (error.code === "42P04" || error.code === "23505") return false;
      if (error.code !== "42501") throw error;
      throw new OperatorError(
        `数据库 ${name} 不存在，这个用户又无权新建：请管理员执行 CREATE DATABASE "${name}"，或授予 CREATEDB`,
      );
    }
  });
}

/** Copies a database that nobody is connected to; takes about a tenth of a second. */
export async function cloneDatabase(templateUrl, url) {
  await withClient(maintenanceUrl(url), async (client) => {
    const [name, template] = [url, templateUrl].map((of) => client.escapeIdentifier(databaseName(of)));
    await client.query(`create database ${name} template ${template}`);
  });
}

/** Drops a database and those named after it (`name_…`), whoever is connected. */
export async function dropDatabases(url, name) {
  await withClient(maintenanceUrl(url), async (client) => {
    const { rows } = await client.query(
      "select datname from pg_database where datname = $1 or starts_with(datname, $1 || '_')",
      [name],
    );
    for (const { datname } of rows) {
      await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`);
    }
  });
}

/** The name in a database URL. */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/** The same server and user, another database. */
export function withDatabaseName(url, name) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

function maintenanceUrl(url) {
  return withDatabaseName(url, "postgres");
}
