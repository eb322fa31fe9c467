import "./node-version.mjs";
import { OperatorError, runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { countSteps } from "./steps.mjs";

await runCommand(async (args) => {
  const projects = readProjects(args);
  const step = countSteps(7);
  await step("依赖", async (note) =>
    note((await installDependencies({ forDevelopment: true })) ? "已安装" : "没有变化"),
  );

  const { buildApp, generateClient } = await import("./build.mjs");
  const { openSites, benchDistDir } = await import("../tests/bench/sites.mjs");
  const { measureRequests } = await import("../tests/bench/measure-requests.mjs");
  const { measureSubmissions } = await import("../tests/bench/measure-submissions.mjs");
  const { measureInvalidation } = await import("../tests/bench/measure-invalidation.mjs");
  const { measureImports } = await import("../tests/bench/measure-imports.mjs");
  const { printReport } = await import("../tests/bench/report.mjs");

  await step("构建", async (note) => {
    await generateClient();
    note((await buildApp({ distDir: benchDistDir })) ? "已构建" : "没有变化");
  });
  const sites = await step(`14 个项目和 ${projects} 个项目的数据库与服务`, () => openSites(projects));
  const requests = await step("请求", () => measureRequests(sites));
  const submissions = await step("提交与发布填报", () => measureSubmissions(sites));
  const delaysMs = await step("两个实例之间的失效", () => measureInvalidation(sites));
  const imports = await step("导入一万行", () => measureImports(sites));
  printReport({ projects, requests, submissions, delaysMs, imports });
});

function readProjects(args) {
  const projects = Number(args[0] ?? 10_000);
  if (args.length <= 1 && Number.isInteger(projects) && projects >= 50 && projects % 2 === 0) return projects;
  throw new OperatorError("用法：npm run bench [-- 项目数]，项目数是不小于 50 的偶数，默认 10000");
}
