import { expect, test } from "vitest";
import { readHeading, readLine, type SheetField } from "@/lib/import/sheet-heading";

const fields: SheetField[] = [
  { field: "code", header: "项目编号", width: 10, kind: "text", isNeeded: true },
  { field: "funds", header: "到位资金（万元）", width: 10, kind: "number" },
];
const first = (...names: string[]) => ({
  row: 1,
  cells: Object.fromEntries(names.map((text, index) => [String.fromCharCode(65 + index), { text }])),
});

test("columns are found in any order, without their unit, in full width and with spaces", () => {
  const heading = readHeading(first("备注", "到位资金(亿元) ", "项目　编号"), fields);
  expect(heading.letterOf("code")).toBe("C");
  expect(heading.letterOf("funds")).toBe("B");
  expect(heading.columns.filter(({ isRead }) => !isRead)).toEqual([
    { letter: "A", name: "备注", isRead: false },
  ]);
});

test("a missing column and one that is there twice are named", () => {
  expect(() => readHeading(first("备注"), fields)).toThrow("缺少这些列：项目编号。");
  expect(() => readHeading(first("项目编号", "项目编号"), fields)).toThrow("这些列出现了两次：项目编号。");
});

test("a row is read by field, without what neutralised its text", () => {
  const heading = readHeading(first("项目编号", "到位资金（万元）"), fields);
  const line = readLine(
    { row: 3, cells: { A: { text: " '=1 " }, B: { text: "#REF!", isError: true } } },
    heading,
  );
  expect(line).toMatchObject({ row: 3, texts: { code: "=1", funds: "#REF!" }, errors: ["funds"] });
});
