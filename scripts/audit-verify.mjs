import "./node-version.mjs";
import { exitOf, start } from "./child.mjs";
import { OperatorError, runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { readEnvironment } from "./environment.mjs";

// `--demo` is ours; everything else is the program's. Nothing is migrated: what is looked at stays as it is.
await runCommand(async (args) => {
  const demo = args.includes("--demo");
  const settings = readEnvironment(process.env);
  await installDependencies();
  const { appEnvironment, libProgram, openAppDatabase } = await import("./app-database.mjs");
  const { generateClient } = await import("./build.mjs");

  await generateClient();
  const database = await openAppDatabase(settings, { demo });
  await requireAudit(database.directUrl);
  const program = libProgram("lib/audit/audit-cli.ts", ...args.filter((arg) => arg !== "--demo"));
  const env = appEnvironment(settings, database, { demo });
  return exitOf(start(process.execPath, program, { env, stdio: "inherit" }));
});

async function requireAudit(url) {
  const { withClient } = await import("./database.mjs");
  const { rows } = await withClient(url, (client) =>
    client.query("select to_regclass('audit_events') as found"),
  );
  if (!rows[0].found) throw new OperatorError("这个数据库里还没有审计记录：请先运行 npm start");
}
