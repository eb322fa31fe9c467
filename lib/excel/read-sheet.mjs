import { numberText } from "./number-format.mjs";
import { parseXml } from "./parse-xml.mjs";
import { textCollector } from "./read-parts.mjs";
import { WorkbookRefusal, workbookLimits } from "./workbook-limits.mjs";

const mostNamedCells = 5;

/**
 * A cell: `text` as a person would have typed it; `isError` for #REF! and the like.
 * @typedef {{ text: string, isError?: true }} SheetCell
 * @typedef {{ row: number, cells: Record<string, SheetCell> }} SheetRow cells by column letter, empty ones left out
 */

/**
 * The rows of a sheet that say anything, in their order. Formulas and merged cells are refused at the end of the sheet,
 * so that what was read before must be thrown away.
 * @param {AsyncIterable<string>} chunks
 * @param {import("./read-parts.mjs").Parts} parts
 * @returns {AsyncGenerator<SheetRow>}
 */
export async function* readSheet(chunks, parts) {
  /** @type {SheetRow[]} */
  let rows = [];
  const formulas = [];
  const merged = [];
  let cell = null;
  let row = { row: 0, cells: {} };
  let column = 0;
  let value = "";
  let isValue = false;
  const inline = textCollector();

  const handlers = {
    open(name, attributes) {
      if (name === "row") {
        row = { row: position(attributes.r ?? row.row + 1), cells: {} };
        column = 0;
      } else if (name === "c") {
        column = attributes.r ? columnNumber(attributes.r) : column + 1;
        cell = attributes;
        value = "";
        inline.clear();
      } else if (name === "v") isValue = true;
      else if (name === "f" && formulas.length < mostNamedCells)
        formulas.push(`${columnLetter(column)}${row.row}`);
      else if (name === "mergeCell" && merged.length < mostNamedCells) merged.push(attributes.ref ?? "");
      else inline.open(name);
    },
    text(text) {
      if (isValue) value += text;
      else if (cell) inline.text(text);
    },
    close(name) {
      if (name === "v") isValue = false;
      else if (name === "c") {
        const read = cellOf(cell, value, inline.value(), parts);
        if (read.text.trim() !== "") row.cells[statedColumn(column)] = read;
        cell = null;
      } else if (name === "row") {
        if (Object.keys(row.cells).length > 0) rows.push(row);
      } else inline.close(name);
    },
  };

  let count = 0;
  for await (const _chunk of parseXml(chunks, handlers)) {
    count += rows.length;
    // The first is the heading.
    if (count > workbookLimits.rows + 1)
      throw new WorkbookRefusal("tooManyRows", String(workbookLimits.rows));
    if (formulas.length === 0) yield* rows;
    rows = [];
  }
  if (formulas.length > 0) throw new WorkbookRefusal("formula", formulas.join("、"));
  if (merged.length > 0) throw new WorkbookRefusal("merged", merged.join("、"));
}

/** @returns {SheetCell} */
function cellOf({ t = "n", s }, value, inline, { strings, kinds, is1904 }) {
  if (t === "inlineStr") return { text: inline };
  if (value === "") return { text: "" };
  if (t === "s") return { text: strings[Number(value)] ?? "" };
  if (t === "d") return { text: value.slice(0, 10) };
  if (t === "b") return { text: value === "1" ? "是" : "否" };
  if (t === "e") return { text: value, isError: true };
  if (t !== "n") return { text: value };
  const number = Number(value);
  if (!Number.isFinite(number)) return { text: value, isError: true };
  return { text: numberText(number, kinds[Number(s ?? 0)] ?? "number", is1904) };
}

/** The letter of a column in which something stands. */
function statedColumn(column) {
  if (column > workbookLimits.columns)
    throw new WorkbookRefusal("tooManyColumns", String(workbookLimits.columns));
  return columnLetter(column);
}

/** The number of the column of a cell such as AB12; A is 1. */
function columnNumber(reference) {
  let number = 0;
  for (const letter of reference.replace(/\d+$/, "")) number = number * 26 + letter.charCodeAt(0) - 64;
  return position(number);
}

/** A row or column, counted from 1. */
function position(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new WorkbookRefusal("damaged");
  return number;
}

/** @param {number} column 1 is A */
export function columnLetter(column) {
  const rest = Math.floor((column - 1) / 26);
  return `${rest > 0 ? columnLetter(rest) : ""}${String.fromCharCode(65 + ((column - 1) % 26))}`;
}
