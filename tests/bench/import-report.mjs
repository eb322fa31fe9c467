import { printTable } from "./table.mjs";

const promisedSeconds = 10;
const promisedMegabytes = 512;
const kindNames = { register: "台账", reports: "月报" };

/**
 * Prints what imports took, and returns what is out of bounds.
 * @param {Awaited<ReturnType<typeof import("./measure-imports.mjs").measureImports>>} imports
 * @returns {string[]}
 */
export function printImports({ uploads, confirmations }) {
  console.log("\n导入（从上传到读完预览页；内存：本次的峰值）");
  const shown = (megabytes) => (megabytes === null ? "" : megabytes.toFixed(0));
  const rows = uploads.map(({ name, counts, seconds, readerMegabytes, appMegabytes }) => [
    name,
    ...["new", "changed", "in_review", "unchanged", "bad"].map((verdict) => counts[verdict]),
    seconds.toFixed(1),
    shown(readerMegabytes),
    shown(appMegabytes),
  ]);
  printTable([["", "新", "有变化", "已在审核", "没有变化", "有错", "秒", "读取进程 MB", "应用 MB"], ...rows]);
  for (const { kind, rows: handedIn, seconds } of confirmations) {
    console.log(`整份提交${kindNames[kind]} ${handedIn} 行：${seconds.toFixed(1)} 秒`);
  }
  return uploads.flatMap(({ name, seconds, readerMegabytes, appMegabytes }) => [
    ...(seconds > promisedSeconds ? [`${name} ${seconds.toFixed(1)} 秒`] : []),
    ...[readerMegabytes, appMegabytes]
      .filter((megabytes) => megabytes > promisedMegabytes)
      .map((megabytes) => `${name} ${megabytes.toFixed(0)} MB`),
  ]);
}
