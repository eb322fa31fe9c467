import { numberKind } from "./number-format.mjs";
import { parseWhole } from "./parse-xml.mjs";
import { WorkbookRefusal } from "./workbook-limits.mjs";

const macroParts = /(^|\/)vbaProject[^/]*\.bin$/i;

/**
 * @typedef {import("./open-archive.mjs").Archive} Archive
 * @typedef {{ name: string, part: string }} SheetPart
 * @typedef {{ sheets: SheetPart[], is1904: boolean, strings: string[], kinds: import("./number-format.mjs").NumberKind[] }} Parts
 */

/**
 * Everything of a workbook but its sheets; `sheets` are those that a person sees.
 * @param {Archive} archive
 * @returns {Promise<Parts>}
 */
export async function readParts(archive) {
  if (archive.names().some((name) => macroParts.test(name))) throw new WorkbookRefusal("macro");
  if (!archive.has("[Content_Types].xml") || !archive.has("xl/workbook.xml"))
    throw new WorkbookRefusal("notWorkbook");
  await refuseMacroType(archive);
  const { sheets, is1904 } = await readWorkbook(archive);
  return { sheets, is1904, strings: await readStrings(archive), kinds: await readKinds(archive) };
}

async function refuseMacroType(archive) {
  await parseWhole(archive.read("[Content_Types].xml"), {
    open(_name, { ContentType = "" }) {
      if (/macroEnabled|vbaProject/i.test(ContentType)) throw new WorkbookRefusal("macro");
    },
  });
}

async function readWorkbook(archive) {
  const found = [];
  let is1904 = false;
  await parseWhole(archive.read("xl/workbook.xml"), {
    open(name, attributes) {
      if (name === "workbookPr") is1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (name !== "sheet" || (attributes.state ?? "visible") !== "visible") return;
      const relation = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1];
      found.push({ name: attributes.name ?? "", relation });
    },
  });
  const targets = await readTargets(archive);
  const sheets = found.flatMap(({ name, relation }) => {
    const part = targets.get(relation);
    return part ? [{ name, part }] : [];
  });
  return { sheets, is1904 };
}

async function readTargets(archive) {
  const targets = new Map();
  await parseWhole(archive.read("xl/_rels/workbook.xml.rels"), {
    open(name, { Id, Target = "", Type = "" }) {
      if (name !== "Relationship" || !Type.endsWith("/worksheet")) return;
      targets.set(Id, Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`);
    },
  });
  return targets;
}

async function readStrings(archive) {
  const strings = [];
  if (!archive.has("xl/sharedStrings.xml")) return strings;
  const collector = textCollector();
  await parseWhole(archive.read("xl/sharedStrings.xml"), {
    open(name) {
      if (name === "si") collector.clear();
      collector.open(name);
    },
    text: collector.text,
    close(name) {
      collector.close(name);
      if (name === "si") strings.push(collector.value());
    },
  });
  return strings;
}

/** The number format of each cell style. */
async function readKinds(archive) {
  const kinds = [];
  if (!archive.has("xl/styles.xml")) return kinds;
  const codes = new Map();
  let isInCellStyles = false;
  await parseWhole(archive.read("xl/styles.xml"), {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt") codes.set(Number(numFmtId), formatCode);
      if (name === "cellXfs") isInCellStyles = true;
      if (name === "xf" && isInCellStyles)
        kinds.push(numberKind(Number(numFmtId ?? 0), codes.get(Number(numFmtId))));
    },
    close(name) {
      if (name === "cellXfs") isInCellStyles = false;
    },
  });
  return kinds;
}

/** Gathers the text of `t` elements, without the readings (rPh) that Japanese Excel keeps beside them. */
export function textCollector() {
  let value = "";
  let isText = false;
  let isReading = false;
  return {
    clear() {
      value = "";
    },
    open(name) {
      if (name === "rPh") isReading = true;
      if (name === "t") isText = !isReading;
    },
    /** @param {string} text */
    text(text) {
      if (isText) value += text;
    },
    close(name) {
      if (name === "rPh") isReading = false;
      if (name === "t") isText = false;
    },
    /** Excel writes a character that XML has no place for as _x000D_. */
    value: () =>
      value.replace(/_x([0-9A-F]{4})_/gi, (_escape, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  };
}
