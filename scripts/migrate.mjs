import { createHash, randomUUID } from "node:crypto";
import fs from "node:fs";
import { OperatorError } from "./command.mjs";
import { createDatabase, withClient } from "./database.mjs";
import { projectPath } from "./project.mjs";

/** The lock that `prisma migrate deploy` takes, so that neither runs beside the other. */
const prismaLock = 72707369;

/**
 * Makes the database if it is missing and applies what it lacks of prisma/migrations. The records are those of
 * `prisma migrate deploy`: both can be used on one database.
 * @param {string} url past any transaction pooler
 * @returns {Promise<string[]>} names of the migrations applied now
 */
export async function migrate(url) {
  await createDatabase(url);
  return withClient(url, async (client) => {
    await requireUtf8(client);
    const applied = await applyPending(client);
    await requireChineseSearch(client);
    return applied.map(({ name }) => name);
  });
}

async function applyPending(client) {
  const wanted = listMigrations();
  if (pending(wanted, await recorded(client)).length === 0) return [];
  await client.query("select pg_advisory_lock($1)", [prismaLock]);
  await client.query(createRecords);
  const missing = pending(wanted, await recorded(client));
  for (const migration of missing) await apply(client, migration);
  return missing;
}

/** The migrations of this clone in their order. */
export function listMigrations() {
  const folder = projectPath("prisma", "migrations");
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(`${folder}/${name}/migration.sql`, "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function recorded(client) {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') as records");
  if (!rows[0].records) return [];
  const migrations = await client.query(
    "select migration_name as name, checksum, finished_at from _prisma_migrations where rolled_back_at is null",
  );
  return migrations.rows;
}

function pending(wanted, records) {
  const byName = new Map(records.map((record) => [record.name, record]));
  for (const { name, finished_at } of records) {
    if (!finished_at)
      throw new OperatorError(`迁移 ${name} 曾经失败：请修复后用 prisma migrate resolve 标记`);
  }
  return wanted.filter(({ name, checksum }) => {
    const record = byName.get(name);
    if (record && record.checksum !== checksum) {
      throw new OperatorError(`迁移 ${name} 执行后被改动过：请恢复该文件，把改动写成新的迁移`);
    }
    return !record;
  });
}

/** One transaction holds the change and its record, so a failed migration leaves nothing to clean up. */
async function apply(client, { name, sql, checksum }) {
  await client.query("begin");
  try {
    await client.query(sql);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new OperatorError(`迁移 ${name} 失败，已全部撤回：${error.message}`);
  }
}

async function requireUtf8(client) {
  const { rows } = await client.query("show server_encoding");
  if (rows[0].server_encoding === "UTF8") return;
  throw new OperatorError(`数据库的编码是 ${rows[0].server_encoding}：请用 ENCODING 'UTF8' 重建`);
}

/** With LC_CTYPE=C pg_trgm drops every Chinese character without a word, and search finds nothing. */
async function requireChineseSearch(client) {
  const { rows } = await client.query("select 1 from pg_extension where extname = 'pg_trgm'");
  if (rows.length === 0) return;
  const trigrams = await client.query("select cardinality(show_trgm('遵义市')) as count");
  if (trigrams.rows[0].count > 0) return;
  throw new OperatorError("数据库的 LC_CTYPE 不识别中文，检索会失效：请用 LC_CTYPE 'C.UTF-8' 重建数据库");
}

const createRecords = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;
