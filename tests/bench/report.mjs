import { printImports } from "./import-report.mjs";
import { median } from "./rounds.mjs";
import { printTable } from "./table.mjs";

const bound = 2;
const promisedDelayMs = 2_000;

/** Prints what was measured, and last what is out of bounds. Nothing here decides over pass or fail. */
export function printReport({ projects, requests, submissions, delaysMs, imports }) {
  const outOfBounds = [];
  /** How many times the cost with 14 projects; marked when it is out of bounds. */
  const growth = (what, ratio) => {
    if (ratio <= bound) return ratio.toFixed(2);
    outOfBounds.push(`${what} ${ratio.toFixed(1)} 倍`);
    return `${ratio.toFixed(2)} ✗`;
  };
  printRequests(projects, requests, growth);
  printSubmissions(projects, submissions, growth);

  outOfBounds.push(...printImports(imports));

  const slowest = Math.max(...delaysMs);
  if (slowest > promisedDelayMs) outOfBounds.push(`两个实例之间的失效 ${Math.round(slowest)} 毫秒`);
  console.log(
    `\n两个实例之间的失效：提交后中位 ${median(delaysMs).toFixed(0)} 毫秒、最慢 ${slowest.toFixed(0)} 毫秒可见（${delaysMs.length} 次，含重新生成页面）`,
  );
  console.log(outOfBounds.length > 0 ? `超出范围：${outOfBounds.join("；")}` : "没有超出范围的项目");
}

function printRequests(projects, requests, growth) {
  console.log(
    `\n请求（命中：已存的页面；重算：数据变动后的第一次；倍数：${projects} 个项目的成本 ÷ 14 个项目的成本，界限 ${bound}）`,
  );
  const head = [
    "",
    "项目数",
    "命中/秒",
    "÷静态文件",
    "÷手写SQL",
    "重算 毫秒",
    "手写SQL/秒",
    "查询 命中",
    "查询 重算",
    "命中倍数",
    "重算倍数",
  ];
  const rows = requests.flatMap(({ name, filePerSecond, small, big, queries }) =>
    [small, big].map((measured) => {
      const isBig = measured === big;
      return [
        isBig ? "" : name,
        isBig ? projects : 14,
        measured.hitPerSecond.toFixed(0),
        (measured.hitPerSecond / filePerSecond).toFixed(2),
        (measured.hitPerSecond / measured.sqlPerSecond).toFixed(2),
        measured.missMs.toFixed(1),
        measured.sqlPerSecond.toFixed(0),
        isBig ? queries.hit : "",
        isBig ? queries.miss : "",
        isBig ? growth(`${name}命中`, small.hitPerSecond / big.hitPerSecond) : "",
        isBig ? growth(`${name}重算`, big.missMs / small.missMs) : "",
      ];
    }),
  );
  printTable([head, ...rows]);
  const files = requests.map(({ filePerSecond }) => filePerSecond);
  console.log(`静态文件（node:http，30 KB，内存中）：${median(files).toFixed(0)}/秒`);
}

function printSubmissions(projects, submissions, growth) {
  console.log("\n提交并发布一份填报（每秒份数；1 人，8 人同时）");
  const rows = [
    ["系统的命令", "app"],
    ["手写SQL", "sql"],
    ["手写SQL，无审计", "sql-without-audit"],
  ].map(([label, way]) => {
    const rate = (size, people) => submissions[`${size} ${way} ${people}`];
    return [
      label,
      ...["small", "big"].flatMap((size) => [1, 8].map((people) => rate(size, people).toFixed(0))),
      (rate("big", 1) / submissions["big sql 1"]).toFixed(2),
      way === "app" ? growth("提交填报", rate("small", 1) / rate("big", 1)) : "",
    ];
  });
  const head = ["", "14 项目·1 人", "8 人", `${projects} 项目·1 人`, "8 人", "÷手写SQL", "倍数"];
  printTable([head, ...rows]);
  const price = 1 - submissions["big sql 8"] / submissions["big sql-without-audit 8"];
  console.log(`审计链的锁：8 人同时提交时，每秒份数少 ${Math.round(price * 100)} %`);
}
