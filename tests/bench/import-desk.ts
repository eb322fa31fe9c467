// What `measure-imports.mjs` needs of the application, as a program: FOLDER prepare, FOLDER counts ADDRESS or FOLDER
// confirm KIND. It answers with a file of that name in the folder.
import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { sealSessionId } from "@/lib/auth/session-cookie";
import { sessionCookieName } from "@/lib/auth/session-cookie-name";
import { db } from "@/lib/db";
import { writeWorkbook } from "@/lib/excel/workbook-writer";
import { handInAll, mostRowsOfWhole } from "@/lib/import/confirmation-commands";
import type { ImportKind } from "@/lib/import/import-dto";
import { findImport } from "@/lib/import/import-queries";
import { registerSheets } from "@/lib/import/register-template-queries";
import { monthlySheets } from "@/lib/import/report-template-queries";
import type { Grounds } from "@/lib/register-change/proposal-schema";
import { filledSheet } from "./filled-sheet";
import { ensureBenchPeople } from "./submission-cast";

const months = ["2026-06-01", "2026-05-01"];
const evidence = { kind: "document", text: "年度核对表", on: "2026-06-01" } as const;
const grounds: Record<ImportKind, Grounds | null> = {
  register: { kind: "change", reason: "年度核对", evidence },
  reports: null,
};

const [folder = ".", what = "", about = ""] = process.argv.slice(2);
const { author } = await ensureBenchPeople();
const answers: Record<string, () => Promise<unknown>> = { prepare, counts, confirm };
const answer = await answers[what]?.();
fs.writeFileSync(path.join(folder, `${what}.json`), JSON.stringify(answer));
await db.$disconnect();

/** Makes the workbooks, and a session of who uploads them. */
async function prepare() {
  // Whom a project is not assigned to does not see it: so one person may report on all.
  await db.$executeRaw`update assignments set account_id = null where until is null`;
  for (const isFilled of [false, true]) {
    const monthly = await Promise.all(months.map((month) => monthlySheets(author, month)));
    const workbooks = {
      register: filledSheet("register", [await registerSheets(author, { isBlank: false })], isFilled),
      reports: filledSheet("reports", monthly, isFilled),
    };
    for (const [kind, sheet] of Object.entries(workbooks)) {
      const file = path.join(folder, `${kind}${isFilled ? "" : "-untouched"}.xlsx`);
      await pipeline(writeWorkbook([sheet]), fs.createWriteStream(file));
    }
  }
  const expiresAt = new Date(Date.now() + 3_600_000);
  const sessionId = randomUUID();
  await db.session.create({ data: { id: sessionId, accountId: author.accountId, expiresAt } });
  return { cookie: `${sessionCookieName}=${await sealSessionId(sessionId, expiresAt)}` };
}

/** What was understood of the upload at this address. */
async function counts() {
  const found = await findImport(author, Number(about.split("/").at(-1)), { show: null, page: 1 });
  if (found?.state !== "previewed") throw new Error(`${about} is ${found?.state}: ${found?.refusal}`);
  return found.counts;
}

/** Hands in the newest upload of a kind as a whole, as large as a whole may be, without its bad rows. */
async function confirm() {
  const kind = about === "reports" ? "reports" : "register";
  const { id } = await db.import.findFirstOrThrow({
    where: { accountId: author.accountId, kind },
    orderBy: { id: "desc" },
  });
  await db.$executeRaw`delete from import_rows where import_id = ${id} and verdict = 'bad'`;
  const rows = await db.importRow.count({ where: { importId: id, isChosen: true } });
  if (rows > mostRowsOfWhole) throw new Error(`${rows} rows are more than a whole`);
  const began = performance.now();
  await handInAll(author, { id, grounds: grounds[kind] });
  return { rows, seconds: (performance.now() - began) / 1000 };
}
