import "./node-version.mjs";
import { atEnd, OperatorError, runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { readEnvironment } from "./environment.mjs";
import { requireFreePort } from "./port.mjs";
import { countSteps } from "./steps.mjs";

await runCommand(async (args) => {
  const { demo, development } = readArguments(args);
  const settings = readEnvironment(process.env);
  await requireFreePort(settings.port);

  const step = countSteps(development ? 6 : 7);
  await step("依赖", async (note) => note((await installDependencies()) ? "已安装" : "没有变化"));

  // What needs packages is imported only now, when they are there.
  const { appEnvironment, openAppDatabase, seed } = await import("./app-database.mjs");
  const { buildApp, generateClient } = await import("./build.mjs");
  const { migrate } = await import("./migrate.mjs");
  const { serve } = await import("./serve.mjs");

  await step("数据库客户端", async (note) => note((await generateClient()) ? "已生成" : "没有变化"));
  const database = await step("数据库", async (note) => {
    const opened = await openAppDatabase(settings, { demo });
    note(opened.folder ? `自带的 Postgres，数据在 ${opened.folder}` : "DATABASE_URL");
    return opened;
  });
  const env = appEnvironment(settings, database, { demo });
  await step("表结构", async (note) => {
    const applied = await migrate(database.directUrl);
    note(applied.length > 0 ? `执行了 ${applied.length} 个迁移` : "没有变化");
  });
  const seeded = await step(demo ? "演示数据" : "2015 年的事实", async (note) => {
    const output = await seed(env);
    note(output === null ? "没有变化" : "已载入");
    return output;
  });
  if (seeded) process.stdout.write(seeded);
  if (!development) await step("构建", async (note) => note((await buildApp()) ? "已构建" : "没有变化"));
  const server = await step("服务", () => serve({ env, port: settings.port, development }));

  if (demo)
    console.log(`演示账号 lingdao、zhuanyuan、shenhe、guanli、anquan、shenji，密码 ${env.DEMO_PASSWORD}`);
  console.log(`\n已就绪：http://localhost:${settings.port}   （Ctrl-C 停止）`);
  atEnd(() => console.log("正在停止 …"));
  throw new OperatorError(`服务意外退出（退出码 ${await server.exited}）`);
});

function readArguments(args) {
  const unknown = args.find((arg) => !["--demo", "--dev"].includes(arg));
  if (unknown) throw new OperatorError(`不认识参数 ${unknown}：可用 --demo（演示数据）、--dev（开发模式）`);
  return { demo: args.includes("--demo"), development: args.includes("--dev") };
}
