/** Prints rows in columns, the first aligned left and the others right; Chinese takes two places per character. */
export function printTable(rows) {
  const texts = rows.map((row) => row.map(String));
  const widths = texts[0].map((_, column) => Math.max(...texts.map((row) => width(row[column]))));
  for (const row of texts) {
    console.log(row.map((text, column) => pad(text, widths[column], column === 0)).join("  "));
  }
}

function pad(text, toWidth, isLeft) {
  const space = " ".repeat(toWidth - width(text));
  return isLeft ? text + space : space + text;
}

function width(text) {
  return [...text].reduce((sum, character) => sum + (/[⺀-￯]/u.test(character) ? 2 : 1), 0);
}
