import { parseArgs } from "node:util";
import { db } from "@/lib/db";
import type { ChainEnd } from "./audit-chain-sql";
import { findingSentence } from "./audit-finding-sentence";
import { type Verification, verifyChain } from "./audit-verify";

const usage = `用法：npm run audit:verify [-- --since ID:HASH]
  逐条核对审计链条，说出第一条被改、被删、插入或调换的事件
  --since ID:HASH   以前核对时记下的最后一条，现在必须还在（末尾被删、全部重算，只有这样才看得出）
加 --demo 用演示数据库。`;

type Asked = { anchor?: ChainEnd };

/** Null: the arguments cannot be read. */
function readArguments(): Asked | null {
  try {
    const { since } = parseArgs({ options: { since: { type: "string" } } }).values;
    if (since === undefined) return {};
    const [, number, hash] = /^(\d{1,15}):([0-9a-f]{64})$/i.exec(since.trim()) ?? [];
    return number && hash ? { anchor: { number: Number(number), hash: hash.toLowerCase() } } : null;
  } catch {
    return null;
  }
}

function report({ count, end, finding }: Verification): number {
  if (finding) {
    console.log(`✗ ${finding.number} ${finding.kind}：${findingSentence(finding)}`);
    return 1;
  }
  console.log(`${count} events, chain whole`);
  if (end) console.log(`最后一条 ${end.number}:${end.hash}，请抄到别处；下次加 --since 核对它还在不在。`);
  return 0;
}

async function main(): Promise<number> {
  const asked = readArguments();
  if (!asked) {
    console.error(usage);
    return 1;
  }
  try {
    return report(await verifyChain(asked));
  } finally {
    await db.$disconnect();
  }
}

process.exitCode = await main();
