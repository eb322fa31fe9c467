import "./node-version.mjs";
import fs from "node:fs";
import path from "node:path";
import { OperatorError, runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { readEnvironment } from "./environment.mjs";
import { projectPath } from "./project.mjs";

const usage = "用法：npm run db:migrate | db:seed | db:diff -- 迁移名（都可加 -- --demo）";

const actions = { migrate: migrateDatabase, seed: seedDatabase, diff: writeNextMigration };

await runCommand(async ([name, ...args]) => {
  const action = actions[name];
  if (!action) throw new OperatorError(usage);
  const settings = readEnvironment(process.env);
  await installDependencies();
  const { openAppDatabase } = await import("./app-database.mjs");
  const options = { demo: args.includes("--demo") };
  const database = await openAppDatabase(settings, options);
  await action({ settings, options, database, words: args.filter((arg) => !arg.startsWith("--")) });
});

async function migrateDatabase({ database }) {
  const { migrate } = await import("./migrate.mjs");
  const applied = await migrate(database.directUrl);
  console.log(applied.length > 0 ? `已执行：${applied.join("、")}` : "没有待执行的迁移");
}

async function seedDatabase({ settings, options, database }) {
  const { appEnvironment, seed } = await import("./app-database.mjs");
  const { generateClient } = await import("./build.mjs");
  await generateClient();
  await migrateDatabase({ database });
  const output = await seed(appEnvironment(settings, database, options));
  console.log(output ?? "数据没有变化");
}

/** Compares prisma/schema with the migrations; given a name, writes the difference as the next migration. */
async function writeNextMigration({ database, words: [name] }) {
  const { driftBetweenMigrationsAndSchema } = await import("./schema-drift.mjs");
  const sql = await driftBetweenMigrationsAndSchema(database.directUrl);
  if (sql === null) return console.log("迁移与 prisma/schema 一致");
  if (!name) return console.log(`${sql}\n写成迁移：npm run db:diff -- 迁移名`);
  if (!/^[a-z0-9_]+$/.test(name))
    throw new OperatorError("迁移名只用小写字母、数字和下划线，例如 add_contact");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const file = projectPath("prisma", "migrations", `${stamp}_${name}`, "migration.sql");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, sql);
  console.log(`已写入 ${path.relative(projectPath(), file)}，请检查后执行 npm run db:migrate`);
}
