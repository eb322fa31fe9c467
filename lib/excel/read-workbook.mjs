// Reads a workbook from stdin and writes its rows to stdout, one JSON a line: first the heading, then the rows, then
// what it took. Run as a process of its own with a bounded heap and time: what a stranger's file costs ends with it.
import { once } from "node:events";
import { openArchive } from "./open-archive.mjs";
import { readParts } from "./read-parts.mjs";
import { readSheet } from "./read-sheet.mjs";
import { WorkbookRefusal, workbookLimits } from "./workbook-limits.mjs";

/** Names of the sheets that may be meant; without any of them it is the first. */
const wanted = process.argv.slice(2);
let archive;

try {
  archive = await openArchive(await readInput());
  const parts = await readParts(archive);
  const sheet = parts.sheets.find(({ name }) => wanted.includes(name)) ?? parts.sheets[0];
  if (!sheet) throw new WorkbookRefusal("empty");
  let kind = "heading";
  for await (const row of readSheet(archive.read(sheet.part), parts)) {
    await write({ [kind]: row, ...(kind === "heading" ? { sheet: sheet.name } : {}) });
    kind = "row";
  }
  if (kind === "heading") throw new WorkbookRefusal("empty");
  await write({ end: spent() });
} catch (error) {
  if (!(error instanceof WorkbookRefusal)) throw error;
  const { reason, detail } = error;
  await write({ refused: { reason, detail }, end: spent() });
}

async function readInput() {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    bytes += chunk.length;
    if (bytes > workbookLimits.bytes) throw new WorkbookRefusal("tooLarge");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function write(line) {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
}

function spent() {
  return {
    inflatedBytes: archive?.inflatedBytes() ?? 0,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
