import { withoutUnstorable } from "@/lib/format/clean-text";
import { neutralText } from "@/lib/format/neutral-text";
import { cellStyle, headerStyle } from "./styles-xml";
import { workbookLimits } from "./workbook-limits.mjs";
import type { CellValue, Sheet, SheetColumn } from "./workbook-sheet";

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`;
const namespace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`;
const chunkLength = 64 * 1024;
const longestCell = 32_767;
const lastRow = workbookLimits.rows + 1;

/** Where the choices of a column stand: `'选项'!$B$1:$B$4`. */
export type ChoiceRange = (column: SheetColumn) => string | null;

/** The XML of a sheet, in parts, as its rows come. */
export async function* sheetXml(sheet: Sheet, choiceRange: ChoiceRange): AsyncGenerator<string> {
  let part = `${head}<worksheet ${namespace}>${viewXml(sheet)}${columnsXml(sheet.columns)}<sheetData>${headerXml(sheet.columns)}`;
  let number = 1;
  for await (const row of sheet.rows) {
    number += 1;
    part += rowXml(number, row, sheet.columns);
    if (part.length < chunkLength) continue;
    yield part;
    part = "";
  }
  const filter =
    sheet.columns.length > 1 ? `<autoFilter ref="A1:${letterOf(sheet.columns.length)}${number}"/>` : "";
  yield `${part}</sheetData>${filter}${validationsXml(sheet.columns, choiceRange)}</worksheet>`;
}

function viewXml({ frozenColumns = 0 }: Sheet): string {
  const left = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : "";
  const pane = frozenColumns > 0 ? "bottomRight" : "bottomLeft";
  const corner = `${letterOf(frozenColumns + 1)}2`;
  return `<sheetViews><sheetView workbookViewId="0"><pane${left} ySplit="1" topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`;
}

function columnsXml(columns: readonly SheetColumn[]): string {
  const all = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${column.width}" style="${cellStyle(column)}" customWidth="1"/>`,
  );
  return `<cols>${all.join("")}</cols>`;
}

function headerXml(columns: readonly SheetColumn[]): string {
  const cells = columns.map((column, index) =>
    textCell(`${letterOf(index + 1)}1`, headerStyle(column), column.header),
  );
  return `<row r="1" ht="24" customHeight="1">${cells.join("")}</row>`;
}

function rowXml(number: number, values: readonly CellValue[], columns: readonly SheetColumn[]): string {
  const cells = columns.map((column, index) => {
    const value = values[index] ?? null;
    return value === null ? "" : cellXml(`${letterOf(index + 1)}${number}`, cellStyle(column), value);
  });
  return `<row r="${number}">${cells.join("")}</row>`;
}

function cellXml(reference: string, style: number, value: Exclude<CellValue, null>): string {
  if (typeof value === "string") return textCell(reference, style, neutralText(value));
  const number = "day" in value ? String(serialOf(value.day)) : value.digits;
  return `<c r="${reference}" s="${style}"><v>${escaped(number)}</v></c>`;
}

function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

function validationsXml(columns: readonly SheetColumn[], choiceRange: ChoiceRange): string {
  const rules = columns.flatMap((column, index) => {
    const letter = letterOf(index + 1);
    const range = choiceRange(column);
    if (!range && !column.hint) return [];
    const attributes = [range && listAttributes(column), column.hint && promptAttributes(column)];
    const formula = range ? `<formula1>${escaped(range)}</formula1>` : "";
    const said = attributes.filter(Boolean).join(" ");
    return [
      `<dataValidation allowBlank="1" ${said} sqref="${letter}2:${letter}${lastRow}">${formula}</dataValidation>`,
    ];
  });
  return rules.length === 0
    ? ""
    : `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`;
}

function listAttributes({ header, areChoicesOnlyOffered }: SheetColumn): string {
  if (areChoicesOnlyOffered) return `type="list"`;
  const error = escaped(`“${header}”只能选下拉里有的。`);
  return `type="list" showErrorMessage="1" errorTitle="请从下拉里选" error="${error}"`;
}

function promptAttributes({ header, hint = "" }: SheetColumn): string {
  const [title, prompt] = [escaped(header.slice(0, 30)), escaped(hint.slice(0, 250))];
  return `showInputMessage="1" promptTitle="${title}" prompt="${prompt}"`;
}

/** The letter of a column; 1 is A. */
export function letterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? letterOf(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}

/** Excel's number of a day from 1900-03-01 on. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Text as XML; what reads like Excel's own escape (_x000D_) stays what it is. */
export function escaped(text: string): string {
  return withoutUnstorable(text.slice(0, longestCell))
    .replace(/_(?=x[0-9A-F]{4}_)/gi, "_x005F_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}
