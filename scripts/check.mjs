import "./node-version.mjs";
import { runCommand } from "./command.mjs";
import { installDependencies } from "./dependencies.mjs";
import { tallyChecks } from "./tally.mjs";

await runCommand(async () => {
  await installDependencies({ forDevelopment: true });
  const { checkStyle, checkTypes, runVitest } = await import("./checks.mjs");

  const tally = tallyChecks(3);
  await tally.check("格式与规则", checkStyle);
  await tally.check("类型", checkTypes);
  await tally.check("单元测试", () => runVitest("unit"));
  return tally.finish();
});
