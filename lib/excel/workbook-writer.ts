import "server-only";
import { type PassThrough, Readable } from "node:stream";
import { ZipFile } from "yazl";
import { escaped, letterOf, sheetXml } from "./sheet-xml";
import { stylesXml } from "./styles-xml";
import type { Sheet, SheetColumn } from "./workbook-sheet";

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const choiceSheetName = "选项";

/**
 * A workbook as bytes, made as they are read: a sheet holds no more than its rows on the way. Drop-downs take their
 * choices from a hidden last sheet, so that a choice may hold a comma.
 */
export function writeWorkbook(sheets: readonly Sheet[]): Readable {
  const lists = [
    ...new Set(
      sheets.flatMap(({ columns }) => columns.flatMap(({ choices }) => (choices?.length ? [choices] : []))),
    ),
  ];
  const choiceRange = ({ choices }: SheetColumn) => {
    const list = choices ? lists.indexOf(choices) : -1;
    if (!choices || list < 0) return null;
    const letter = letterOf(list + 1);
    return `'${choiceSheetName}'!$${letter}$2:$${letter}$${choices.length + 1}`;
  };
  const all = lists.length > 0 ? [...sheets, choiceSheet(lists)] : sheets;
  const zip = new ZipFile();
  // Written in local time: so it is the same bytes in every time zone, and on every day.
  const fileTime = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true };
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, fileTime);
  add("[Content_Types].xml", contentTypes(all.length));
  add("_rels/.rels", packageRelations);
  add("xl/workbook.xml", workbookXml(all, lists.length > 0));
  add("xl/_rels/workbook.xml.rels", workbookRelations(all.length));
  add("xl/styles.xml", stylesXml);
  all.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, fileTime, (callback) => {
      const xml = Readable.from(sheetXml(sheet, choiceRange), { objectMode: false });
      xml.on("error", (error) => zip.emit("error", error));
      callback(null, xml);
    });
  });
  zip.end();
  // Types of the library name less than it is: a PassThrough.
  const output = zip.outputStream as PassThrough;
  zip.on("error", (error: Error) => output.destroy(error));
  return output;
}

function choiceSheet(lists: readonly (readonly string[])[]): Sheet {
  const longest = Math.max(...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? null));
  const columns = lists.map((_, index) => ({
    header: `选项 ${index + 1}`,
    width: 24,
    kind: "text" as const,
  }));
  return { name: choiceSheetName, columns, rows };
}

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";

function contentTypes(sheetCount: number): string {
  const sheets = numbered(
    sheetCount,
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
  );
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/>${sheets}</Types>`;
}

const packageRelations = `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

function workbookXml(sheets: readonly Sheet[], hidesLast: boolean): string {
  const all = sheets.map(({ name }, index) => {
    const state = hidesLast && index === sheets.length - 1 ? ` state="hidden"` : "";
    return `<sheet name="${escaped(name)}" sheetId="${index + 1}"${state} r:id="rId${index + 1}"/>`;
  });
  return `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${all.join("")}</sheets></workbook>`;
}

function workbookRelations(sheetCount: number): string {
  const sheets = numbered(
    sheetCount,
    (n) => `<Relationship Id="rId${n}" Type="${office}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  const styles = `<Relationship Id="rId${sheetCount + 1}" Type="${office}/styles" Target="styles.xml"/>`;
  return `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets}${styles}</Relationships>`;
}

function numbered(count: number, write: (number: number) => string): string {
  return Array.from({ length: count }, (_, index) => write(index + 1)).join("");
}
