import type { Finding } from "@/lib/audit/audit-chain-rules";

/** What was done to the chain first, and how one knows. */
export function findingSentence(finding: Finding): string {
  switch (finding.kind) {
    case "edited":
      return `第 ${finding.number} 号事件被改过：哈希和内容对不上。`;
    case "inserted":
      return `第 ${finding.number} 号事件是插入的：不是系统接着前一条写下的。`;
    case "deleted":
      return `${deleted(finding)}，前后接不上。`;
    case "reordered":
      return `第 ${finding.number} 号事件被调换：原来的那一条现在是第 ${finding.foundAt} 号。`;
    case "cut":
      return `${deleted(finding)}：记下过第 ${finding.last} 号，现在到第 ${finding.number - 1} 号为止。`;
    case "rewritten":
      return `第 ${finding.number} 号事件的哈希和记下的不同：它或它之前有事件被改，后面的哈希都重算过。`;
  }
}

function deleted({ number, last }: { number: number; last: number }): string {
  return number === last
    ? `第 ${number} 号事件被删除`
    : `第 ${number}–${last} 号事件被删除（${last - number + 1} 条）`;
}
