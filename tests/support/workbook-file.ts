// Workbooks as strangers make them: from parts, with what is wrong put in on purpose.
import { buffer } from "node:stream/consumers";
import { constants, deflateRawSync } from "node:zlib";
import { ZipFile } from "yazl";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The parts of a workbook with one sheet; `rows` is the inside of its sheetData, `after` what follows it. */
export function workbookParts(
  rows: string,
  { after = "", workbook = "", styles = "", strings = "", sheet = "表" } = {},
): Record<string, string> {
  return {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="${office}">${workbook}<sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/styles.xml": `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
    "xl/sharedStrings.xml": `<sst xmlns="${main}">${strings}</sst>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
  };
}

/** Zips parts. */
export async function packed(parts: Record<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts))
    zip.addBuffer(Buffer.from(text), name, { mtime: new Date(0) });
  zip.end();
  return buffer(zip.outputStream);
}

/** A workbook of rows of text, the first being the heading. */
export function workbookOf(rows: readonly (readonly (string | null)[])[], options = {}): Promise<Buffer> {
  const xml = rows.map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((text) => (text === null ? "<c/>" : `<c t="inlineStr"><is><t>${xmlText(text)}</t></is></c>`)).join("")}</row>`,
  );
  return packed(workbookParts(xml.join(""), options));
}

const xmlText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A workbook of about 2 MB whose sheet inflates to 2 GB; its directory says so, or that it inflates to `claims`. */
export async function bomb({ claims }: { claims?: number } = {}): Promise<Buffer> {
  const parts = workbookParts("");
  const name = "xl/worksheets/sheet1.xml";
  const block = Buffer.alloc(16 * 1024 * 1024, "<row></row>     ");
  const repeated = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const times = 128;
  const open = deflateRawSync(Buffer.from(`<worksheet xmlns="${main}"><sheetData>`), {
    finishFlush: constants.Z_FULL_FLUSH,
  });
  const end = deflateRawSync(Buffer.from("</sheetData></worksheet>"));
  const body = Buffer.concat([open, ...Array.from({ length: times }, () => repeated), end]);
  const { [name]: _sheet, ...others } = parts;
  const inflated = claims ?? block.length * times;
  return zipOf([
    ...Object.entries(others).map(([other, text]) => ({
      name: other,
      body: deflateRawSync(Buffer.from(text)),
      inflated: Buffer.byteLength(text),
    })),
    { name, body, inflated },
  ]);
}

type Entry = { name: string; body: Buffer; inflated: number };

/** A zip whose directory says what we tell it to. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, body, inflated } of entries) {
    const local = header(0x04034b50, 26, { body, inflated, name }, 0);
    directory.push(header(0x02014b50, 42, { body, inflated, name }, offset));
    files.push(local, body);
    offset += local.length + body.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

/** A local header, or with an offset field at the end a row of the directory; the fields follow in the same order. */
function header(
  signature: number,
  lastField: 26 | 42,
  { name, body, inflated }: Entry,
  offset: number,
): Buffer {
  const isDirectory = lastField === 42;
  const title = Buffer.from(name);
  const fixed = Buffer.alloc(isDirectory ? 46 : 30);
  const at = isDirectory ? 6 : 4;
  fixed.writeUInt32LE(signature, 0);
  fixed.writeUInt16LE(20, at);
  fixed.writeUInt16LE(0x800, at + 2);
  fixed.writeUInt16LE(8, at + 4);
  fixed.writeUInt32LE(body.length, at + 14);
  fixed.writeUInt32LE(inflated, at + 18);
  fixed.writeUInt16LE(title.length, at + 22);
  if (isDirectory) fixed.writeUInt32LE(offset, lastField);
  return Buffer.concat([fixed, title]);
}
