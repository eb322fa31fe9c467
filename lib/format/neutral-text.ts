// What spreadsheet programs take for a formula at the start of a cell, in ASCII and full width.
const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^-\d+(\.\d+)?$/;

/** Text for a cell of a spreadsheet that no program runs as a formula; a negative number stays one. */
export function neutralText(text: string): string {
  return startsFormula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** The text that `neutralText` made a cell of. */
export function textOfNeutral(cell: string): string {
  return cell.startsWith("'") && startsFormula.test(cell) ? cell.slice(1) : cell;
}
