import { buffer } from "node:stream/consumers";
import { describe, expect, test, vi } from "vitest";
import { readWorkbook, type Spent, WorkbookRefused } from "@/lib/excel/workbook-reader";
import { type CellValue, exactNumber, type SheetColumn, type SheetRow } from "@/lib/excel/workbook-sheet";
import { writeWorkbook } from "@/lib/excel/workbook-writer";
import { bomb, packed, workbookOf, workbookParts } from "../../support/workbook-file";

// Each reading starts a process.
vi.setConfig({ testTimeout: 60_000 });

async function read(bytes: Uint8Array, sheets: string[] = []): Promise<{ rows: SheetRow[]; spent: Spent }> {
  const rows: SheetRow[] = [];
  const reading = readWorkbook(bytes, { sheets });
  for (;;) {
    const next = await reading.next();
    if (next.done) return { rows, spent: next.value };
    rows.push(...next.value);
  }
}

const texts = async (bytes: Uint8Array) =>
  (await read(bytes)).rows.map(({ cells }) =>
    Object.fromEntries(Object.entries(cells).map(([letter, cell]) => [letter, cell.text])),
  );

async function refusal(bytes: Uint8Array): Promise<WorkbookRefused> {
  const error = await read(bytes).catch((caught: unknown) => caught);
  if (error instanceof WorkbookRefused) return error;
  throw new Error(`it was read: ${JSON.stringify(error)}`);
}

const columns: SheetColumn[] = [
  { header: "名称", width: 20, kind: "text" },
  { header: "金额", width: 20, kind: "number" },
  { header: "日期", width: 12, kind: "day" },
];

describe("what our own writer writes", () => {
  const roundTrip = async (rows: CellValue[][]) =>
    (await texts(await buffer(writeWorkbook([{ name: "表", columns, rows }])))).slice(1);

  test("comes back as it was: text, exact numbers and days", async () => {
    expect(
      await roundTrip([
        ["光启", exactNumber("1,234,567.8901"), { day: "2016-08-31" }],
        ['a<b & "c"\nd', exactNumber("9007199254740"), { day: "1900-03-01" }],
        ["_x000D_", null, null],
      ]),
    ).toEqual([
      { A: "光启", B: "1234567.8901", C: "2016-08-31" },
      { A: 'a<b & "c"\nd', B: "9007199254740", C: "1900-03-01" },
      { A: "_x000D_" },
    ]);
  });

  test("holds no formula, no control character and no mark that reorders text", async () => {
    const rows = [["=1+1"], ["\u202Egnp.exe"], ["a\u0007b\uD800"]];
    expect(await roundTrip(rows)).toEqual([{ A: "'=1+1" }, { A: "gnp.exe" }, { A: "ab" }]);
  });

  test("is the same file in every time zone", async () => {
    const write = () =>
      buffer(writeWorkbook([{ name: "表", columns, rows: [["光启", null, { day: "2016-08-31" }]] }]));
    const here = process.env.TZ;
    process.env.TZ = "America/New_York";
    const there = await write();
    process.env.TZ = "Asia/Shanghai";
    expect((await write()).equals(there)).toBe(true);
    if (here === undefined) delete process.env.TZ;
    else process.env.TZ = here;
  });

  test("breaks the stream when its rows cannot be read", async () => {
    const rows = (async function* () {
      yield ["光启"];
      throw new Error("the database went away");
    })();
    await expect(buffer(writeWorkbook([{ name: "表", columns, rows }]))).rejects.toThrow("went away");
  });
});

describe("what other programs write", () => {
  test("numbers are read as they are shown: days, months, percents", async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="9"/></cellXfs>`;
    const row = `<row r="1"><c s="1"><v>42226</v></c><c s="2"><v>42583</v></c><c s="3"><v>0.45</v></c><c><v>1200.0999999999999</v></c></row>`;
    expect(await texts(await packed(workbookParts(row, { styles })))).toEqual([
      { A: "2015-08-10", B: "2016-08", C: "45%", D: "1200.1" },
    ]);
  });

  test("a workbook that counts from 1904 means the same days", async () => {
    const styles = `<cellXfs><xf numFmtId="14"/></cellXfs>`;
    const workbook = `<workbookPr date1904="1"/>`;
    const bytes = await packed(workbookParts(`<row><c s="0"><v>40764</v></c></row>`, { styles, workbook }));
    expect(await texts(bytes)).toEqual([{ A: "2015-08-10" }]);
  });

  test("shared strings, rich text, ticks and errors are read; readings and empty rows are not", async () => {
    const strings = `<si><t>光启</t></si><si><r><t>中</t></r><r><t>兴</t></r><rPh sb="0" eb="1"><t>ZX</t></rPh></si>`;
    const rows = `<row r="1"><c r="B1" t="s"><v>0</v></c><c r="D1" t="s"><v>1</v></c></row><row r="2"/><row r="7"><c r="A7" t="b"><v>1</v></c><c r="B7" t="e"><v>#REF!</v></c><c r="C7" t="str"><v> </v></c></row>`;
    const { rows: read1 } = await read(await packed(workbookParts(rows, { strings })));
    expect(read1).toEqual([
      { row: 1, cells: { B: { text: "光启" }, D: { text: "中兴" } } },
      { row: 7, cells: { A: { text: "是" }, B: { text: "#REF!", isError: true } } },
    ]);
  });

  test("names with a prefix are the same names", async () => {
    const parts = workbookParts("");
    const sheet = `<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>光启</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`;
    expect(await texts(await packed({ ...parts, "xl/worksheets/sheet1.xml": sheet }))).toEqual([
      { A: "光启" },
    ]);
  });
});

test("10,000 rows of thirty columns stay within half a gigabyte, there and here", async () => {
  const wide: SheetColumn[] = Array.from({ length: 30 }, (_, index) => ({
    header: `列 ${index}`,
    width: 10,
    kind: "text",
  }));
  const rows = function* () {
    for (let row = 0; row < 10_000; row += 1) yield wide.map(({ header }) => `${header} 第 ${row} 行的内容`);
  };
  const bytes = await buffer(writeWorkbook([{ name: "表", columns: wide, rows: rows() }]));
  const before = process.memoryUsage().rss;
  const reading = readWorkbook(bytes, { sheets: [] });
  let count = 0;
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) count += next.value.length;
  const megabytesHere = (process.memoryUsage().rss - before) / 1024 / 1024;
  expect(count).toBe(10_001);
  expect(next.value.peakMegabytes).toBeLessThan(512);
  expect(megabytesHere).toBeLessThan(512);
});

describe("what is refused, each with what to do about it", () => {
  const good = workbookParts(`<row><c t="inlineStr"><is><t>光启</t></is></c></row>`);

  test.each<[string, () => Promise<Uint8Array>, string]>([
    ["text", async () => Buffer.from("编号,名称"), "这不是 Excel 工作簿"],
    ["an empty file", async () => Buffer.alloc(0), "这不是 Excel 工作簿"],
    ["another kind of zip", () => packed({ "word/document.xml": "<w/>" }), "这不是 Excel 工作簿"],
    ["the old format", async () => Buffer.from("d0cf11e0a1b11ae10000", "hex"), "旧格式"],
    [
      "a file with a password",
      async () =>
        Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.from("EncryptedPackage", "utf16le")]),
      "加了密码",
    ],
    ["macros", () => packed({ ...good, "xl/vbaProject.bin": "x" }), "带有宏"],
    [
      "a type with macros",
      () =>
        packed({
          ...good,
          "[Content_Types].xml": `<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>`,
        }),
      "带有宏",
    ],
    ["half a file", async () => (await packed(good)).subarray(0, 700), "不完整"],
    [
      "a half sheet",
      () => packed({ ...good, "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row>" }),
      "不完整",
    ],
    [
      "a document type",
      () =>
        packed({
          ...good,
          "xl/worksheets/sheet1.xml": `<!DOCTYPE x [<!ENTITY a "b">]><worksheet>&a;</worksheet>`,
        }),
      "不完整",
    ],
    ["an unknown entity", () => packed(workbookParts("<row><c><v>&xxe;</v></c></row>")), "不完整"],
    [
      "a sheet that is not there",
      () => packed(Object.fromEntries(Object.entries(good).filter(([name]) => !name.includes("sheet1")))),
      "不完整",
    ],
    ["an empty sheet", () => packed(workbookParts("")), "没有内容"],
    [
      "a formula",
      () => packed(workbookParts(`<row r="3"><c r="B3"><f>1+1</f><v>2</v></c></row>`)),
      "单元格 B3 是公式",
    ],
    [
      "merged cells",
      () =>
        packed({
          ...workbookParts(`<row><c><v>1</v></c></row>`, {
            after: `<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`,
          }),
        }),
      "单元格 A2:A3 是合并的",
    ],
    [
      "too many columns",
      () => packed(workbookParts(`<row r="1"><c r="XFD1"><v>1</v></c></row>`)),
      "第 200 列以后",
    ],
    ["a cell without a place", () => packed(workbookParts(`<row r="x"><c><v>1</v></c></row>`)), "不完整"],
  ])("%s", async (_what, bytes, sentence) => {
    const { message } = await refusal(await bytes());
    expect(message).toContain(sentence);
    expect(message).toMatch(/请/);
  });

  test("more than 10,000 rows under the heading", async () => {
    const rows = Array.from({ length: 10_002 }, () => ["光启"]);
    expect((await refusal(await workbookOf(rows))).message).toContain("一次最多导入 10,000 行");
    expect((await read(await workbookOf(rows.slice(1)))).rows).toHaveLength(10_001);
  });

  test("more entries than a workbook has", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x/${index}.xml`, "<a/>"]));
    expect(await refusal(await packed({ ...good, ...many }))).toMatchObject({
      reason: "bomb",
      spent: { inflatedBytes: 0 },
    });
  });

  test("a bomb of 2 MB, before a byte of it is inflated", async () => {
    const bytes = await bomb();
    expect(bytes.length).toBeGreaterThan(1_000_000);
    expect(await refusal(bytes)).toMatchObject({ reason: "bomb", spent: { inflatedBytes: 0 } });
  });

  test("a bomb whose directory lies, as soon as more comes than it said", async () => {
    const { reason, spent } = await refusal(await bomb({ claims: 500_000 }));
    expect(reason).toBe("damaged");
    expect(spent?.inflatedBytes).toBeLessThan(600_000);
    expect(spent?.peakMegabytes).toBeLessThan(256);
  });

  test.each([
    ["memory", { heapMegabytes: 10, seconds: 30 }],
    ["time", { heapMegabytes: 256, seconds: 0 }],
  ])("what needs more %s than its reader has, without harm to us", async (_what, limits) => {
    const strings = Array.from({ length: 20_000 }, (_, row) => `<si><t>${`${row} `.repeat(100)}</t></si>`);
    const bytes = await packed(workbookParts("<row><c><v>1</v></c></row>", { strings: strings.join("") }));
    await expect(readWorkbook(bytes, { sheets: [], limits }).next()).rejects.toMatchObject({
      reason: "tooComplex",
      message: expect.stringContaining("文件太复杂，没有读完"),
    });
  });
});
