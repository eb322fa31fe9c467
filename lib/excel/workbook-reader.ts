import "server-only";
import { spawn } from "node:child_process";
import path from "node:path";
import { log } from "@/lib/log";
import { DomainError } from "@/lib/result";
import { type RefusedWorkbook, workbookRefusalText } from "@/lib/text/excel-text";
import { workbookLimits } from "./workbook-limits.mjs";
import type { SheetRow } from "./workbook-sheet";

/** What reading took, for the log and the tests. */
export type Spent = { inflatedBytes: number; peakMegabytes: number };

/** The file is not read; the message says what to do about it. */
export class WorkbookRefused extends DomainError {
  constructor(
    readonly reason: RefusedWorkbook,
    detail: string,
    readonly spent: Spent | null,
  ) {
    super(workbookRefusalText[reason](detail));
  }
}

type Line =
  | { heading: SheetRow; sheet: string }
  | { row: SheetRow }
  | { refused: { reason: RefusedWorkbook; detail: string }; end: Spent }
  | { end: Spent };

// A program of its own beside the built application, which runs in the checkout.
const reader = path.join(process.cwd(), "lib", "excel", "read-workbook.mjs");

// Of one instance: together they take no more memory than half a gigabyte.
const mostReaders = 2;
const mostWaiting = 10;

type Limits = { heapMegabytes: number; seconds: number };
type Reading = { sheets: readonly string[]; batchRows?: number; limits?: Limits };

/**
 * The heading and the rows of a workbook, in batches, read by a process of its own with a bounded heap and time. Throws
 * WorkbookRefused, perhaps after rows were given out: they do not count then. `sheets` are the names of those wanted.
 */
export async function* readWorkbook(
  bytes: Uint8Array,
  { sheets, batchRows = 500, limits = workbookLimits }: Reading,
): AsyncGenerator<SheetRow[], Spent> {
  const leave = await takeTurn();
  const child = startReader(bytes, sheets, limits);
  let batch: SheetRow[] = [];
  try {
    for await (const line of linesOf(child.stdout)) {
      if ("refused" in line) throw new WorkbookRefused(line.refused.reason, line.refused.detail, line.end);
      if ("end" in line) {
        if (batch.length > 0) yield batch;
        return line.end;
      }
      batch.push("heading" in line ? line.heading : line.row);
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
    }
    throw await child.failure();
  } finally {
    child.stop();
    leave();
  }
}

let reading = 0;
const waiting: (() => void)[] = [];

/** Waits until a reader is free; resolves to what frees it again. */
async function takeTurn(): Promise<() => void> {
  if (waiting.length >= mostWaiting) throw new WorkbookRefused("busy", "", null);
  if (reading >= mostReaders) await new Promise<void>((resolve) => waiting.push(resolve));
  else reading += 1;
  return () => {
    const next = waiting.shift();
    if (next) next();
    else reading -= 1;
  };
}

function startReader(bytes: Uint8Array, sheets: readonly string[], { heapMegabytes, seconds }: Limits) {
  const args = [`--max-old-space-size=${heapMegabytes}`, reader, ...sheets];
  // It needs nothing of the environment, and what it reads may be hostile.
  const child = spawn(process.execPath, args, { env: { NODE_ENV: "production" } });
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint = `${complaint}${text}`.slice(-4000);
  });
  // It may refuse the file before it has read it all.
  child.stdin.on("error", () => {});
  child.stdin.end(bytes);
  const timer = setTimeout(() => child.kill("SIGKILL"), seconds * 1000);
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("error", (error) => {
      complaint = error.message;
      resolve({ code: null, signal: null });
    });
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  return {
    stdout: child.stdout,
    stop: () => {
      clearTimeout(timer);
      child.kill("SIGKILL");
    },
    /** It ended without a word: its heap or its time was used up. */
    failure: async () => {
      const { code, signal } = await closed;
      log.warn("The reader of a workbook died", { code, signal, complaint });
      return new WorkbookRefused("tooComplex", "", null);
    },
  };
}

async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<Line> {
  let rest = "";
  stream.setEncoding("utf8");
  for await (const chunk of stream) {
    const lines = `${rest}${chunk}`.split("\n");
    rest = lines.pop() ?? "";
    // The reader is ours, and writes these lines alone.
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
