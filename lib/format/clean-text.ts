import type { Parsed } from "@/lib/refusal";

// Marks that reorder what a reader sees, so that a name can pass for another; and the byte order mark.
const invisibleMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
// Postgres refuses NUL and lone surrogates; XML (feed, xlsx) also refuses the other control characters.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it looks for
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/u;
const everyUnstorable = new RegExp(unstorable, "gu");

/** Text fit to be stored and shown: NFC, one kind of line break, no bidi controls, no spaces around it. */
export function cleanText(raw: string): Parsed<string> {
  const visible = raw.replace(invisibleMarks, "").replace(/\r\n?/g, "\n");
  if (unstorable.test(visible)) return { refusal: "文字里有无法保存的字符。请删去，或粘贴为纯文本再试。" };
  return { value: visible.normalize("NFC").trim() };
}

/** The same for text that goes out, which is never refused: what cannot be stored is left out. */
export function withoutUnstorable(raw: string): string {
  return raw.replace(invisibleMarks, "").replace(/\r\n?/g, "\n").replace(everyUnstorable, "");
}
