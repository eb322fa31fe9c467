import "server-only";
import { createHash } from "node:crypto";
import { cleanFileName } from "@/lib/attachment/file-name-rules";
import { record } from "@/lib/audit/audit-record";
import { requirePermission, type Viewer } from "@/lib/auth/viewer";
import { db } from "@/lib/db";
import { readAhead } from "@/lib/excel/read-ahead";
import { readWorkbook } from "@/lib/excel/workbook-reader";
import type { SheetRow } from "@/lib/excel/workbook-sheet";
import type { ImportVerdict } from "@/lib/import/import-dto";
import { insertImportRows } from "@/lib/import/import-row-sql";
import { type ImportSheet, sheetNames, sheetOf } from "@/lib/import/import-sheets";
import { sweepImports } from "@/lib/import/import-sweep-commands";
import { type Heading, readHeading, readLine } from "@/lib/import/sheet-heading";
import { DomainError } from "@/lib/result";
import { uploadProblemText } from "@/lib/text/import-text";

export type UploadedWorkbook = { fileName: string; bytes: Uint8Array };

const mostPerDay = 60;
/** Judged and stored at once: each batch costs the same few statements. */
const batchRows = 500;

/** Somebody uploads more than they can look at. */
export class TooManyUploads extends DomainError {}

/** Reads an uploaded workbook and keeps what was understood of it; also a refused one, with the reason. */
export async function uploadWorkbook(viewer: Viewer, workbook: UploadedWorkbook): Promise<{ id: number }> {
  requirePermission(viewer, "import:write");
  await sweepImports();
  await requireRoom(viewer);
  const { bytes } = workbook;
  const fileName = cleanFileName(workbook.fileName, "xlsx");
  const { id } = await db.import.create({
    data: {
      accountId: viewer.accountId,
      fileName,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      bytes: bytes.length,
    },
    select: { id: true },
  });
  try {
    await readRows(viewer, id, bytes);
    await finish(viewer, { id, fileName });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await refuse(viewer, { id, fileName, refusal: error.message });
  }
  return { id };
}

async function requireRoom({ accountId }: Viewer): Promise<void> {
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from imports
    where account_id = ${accountId} and uploaded_at > now() - interval '1 day'`;
  if (count >= mostPerDay) throw new TooManyUploads(uploadProblemText["too-often"]);
}

type Reading = { sheet: ImportSheet; heading: Heading; seen: Map<string, number> };

async function readRows(viewer: Viewer, id: number, bytes: Uint8Array): Promise<void> {
  let reading: Reading | null = null;
  let count = 0;
  for await (const batch of readAhead(readWorkbook(bytes, { sheets: sheetNames, batchRows }))) {
    let rows: readonly SheetRow[] = batch;
    if (reading === null) {
      const [first, ...rest] = batch;
      if (!first) continue;
      reading = await startReading(id, first);
      rows = rest;
    }
    count += rows.length;
    await keepRows(viewer, { id, rows, reading });
  }
  if (count === 0) throw new DomainError("表里只有第 1 行。请从第 2 行开始填，再上传。");
}

async function startReading(id: number, first: SheetRow): Promise<Reading> {
  const sheet = sheetOf(first);
  const heading = readHeading(first, sheet.fields);
  await db.import.update({ where: { id }, data: { kind: sheet.kind, columns: heading.columns } });
  return { sheet, heading, seen: new Map() };
}

async function keepRows(
  viewer: Viewer,
  { id, rows, reading }: { id: number; rows: readonly SheetRow[]; reading: Reading },
): Promise<void> {
  if (rows.length === 0) return;
  const { sheet, heading } = reading;
  const lines = rows.map((row) => readLine(row, heading));
  await db.$executeRaw(insertImportRows(id, await sheet.judge(viewer, lines, reading)));
}

type Outcome = { id: number; fileName: string };

async function finish(viewer: Viewer, { id, fileName }: Outcome): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.import.update({ where: { id }, data: { state: "previewed" } });
    const groups = await tx.importRow.groupBy({ by: ["verdict"], where: { importId: id }, _count: true });
    const counts: Partial<Record<ImportVerdict, number>> = Object.fromEntries(
      groups.map(({ verdict, _count }) => [verdict, _count]),
    );
    await record(tx, {
      actor: viewer,
      action: "import.previewed",
      subject: fileName,
      details: { import: id, ...counts },
    });
  });
}

/** Rows that were read before the file turned out to be unfit do not count. */
async function refuse(
  viewer: Viewer,
  { id, fileName, refusal }: Outcome & { refusal: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.importRow.deleteMany({ where: { importId: id } });
    await tx.import.update({ where: { id }, data: { state: "refused", refusal } });
    await record(tx, {
      actor: viewer,
      action: "import.refused",
      subject: fileName,
      details: { import: id, reason: refusal },
      succeeded: false,
    });
  });
}
