import "./node-version.mjs";
import { exitOf, start } from "./child.mjs";
import { runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { readEnvironment } from "./environment.mjs";

// `--demo` is ours; everything else is the account program's.
await runCommand(async (args) => {
  const demo = args.includes("--demo");
  const settings = readEnvironment(process.env);
  await installDependencies();
  const { appEnvironment, libProgram, openAppDatabase } = await import("./app-database.mjs");
  const { generateClient } = await import("./build.mjs");
  const { migrate } = await import("./migrate.mjs");

  await generateClient();
  const database = await openAppDatabase(settings, { demo });
  await migrate(database.directUrl);
  const program = libProgram("lib/account/account-cli.ts", ...args.filter((arg) => arg !== "--demo"));
  const env = appEnvironment(settings, database, { demo });
  return exitOf(start(process.execPath, program, { env, stdio: "inherit" }));
});
