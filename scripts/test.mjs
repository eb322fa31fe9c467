import "./node-version.mjs";
import fs from "node:fs";
import { runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { projectPath } from "./project.mjs";
import { tallyChecks } from "./tally.mjs";

/** Exit code of a program that Ctrl-C ended. */
const interrupted = 130;

await runCommand(
  async () => {
    if (await installDependencies({ forDevelopment: true })) console.log("依赖已安装");
    const { checkStyle, checkTypes, runVitest, testDistDir } = await import("./checks.mjs");
    const { buildApp } = await import("./build.mjs");
    const { openTestDatabase } = await import("./test-database.mjs");
    const { runEndToEnd } = await import("./end-to-end.mjs");
    const hasJourneys = fs.existsSync(projectPath("tests", "e2e"));

    const tally = tallyChecks(hasJourneys ? 6 : 5);
    await tally.check("格式与规则", checkStyle);
    await tally.check("类型", checkTypes);
    await tally.check("单元测试", () => runVitest("unit"));

    const isBuilt = await tally.check("构建", async () => {
      await buildApp({ distDir: testDistDir });
      return { passed: 1, failed: 0, output: "" };
    });
    const { url } = await openTestDatabase();
    const env = { ...process.env, TEST_DATABASE_URL: url };
    await tally.check("集成测试", () => runVitest("integration", env));
    if (hasJourneys) {
      await tally.check("端到端测试", async () =>
        isBuilt ? runEndToEnd(url) : { passed: 0, failed: 1, output: "没有构建，未运行" },
      );
    }
    return tally.finish();
  },
  { interruptedExitCode: interrupted },
);
