import type { SheetColumn } from "./workbook-sheet";

const kinds = ["text", "number", "day"] as const satisfies readonly SheetColumn["kind"][];

/** The style of the cells of a column: one for each kind, and the same in grey for what is only read. */
export function cellStyle({ kind, isForReading }: Pick<SheetColumn, "kind" | "isForReading">): number {
  return 3 + kinds.indexOf(kind) + (isForReading ? kinds.length : 0);
}

export const headerStyle = ({ isForReading }: Pick<SheetColumn, "isForReading">): number =>
  isForReading ? 2 : 1;

// 49 is text: what is typed stays as it is. 164 and 165 are ours.
const formats = { text: 49, number: 164, day: 165 } as const satisfies Record<SheetColumn["kind"], number>;

const cell = (kind: SheetColumn["kind"], isForReading: boolean) =>
  `<xf numFmtId="${formats[kind]}" fontId="${isForReading ? 2 : 0}" fillId="${isForReading ? 3 : 0}" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`;

const header = (font: number, fill: number) =>
  `<xf numFmtId="49" fontId="${font}" fillId="${fill}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment vertical="center"/></xf>`;

const cells = [false, true].flatMap((isForReading) => kinds.map((kind) => cell(kind, isForReading)));

/** The styles that all our workbooks share; the order is the one that `cellStyle` and `headerStyle` count in. */
export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.####"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="4"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="等线"/></font><font><sz val="11"/><color rgb="FF566563"/><name val="等线"/></font><font><b/><sz val="11"/><color rgb="FF3D4D4B"/><name val="等线"/></font></fonts>
<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0B6272"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1F5F5"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE4EBEB"/></patternFill></fill></fills>
<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top/><bottom style="thin"><color rgb="FF778785"/></bottom><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="${3 + cells.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${header(1, 2)}${header(3, 4)}${cells.join("")}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
