const fullWidth = /[\uFF01-\uFF5E]/g;
const fullWidthOffset = 0xfee0;

/** What a Chinese keyboard types, as plain ASCII without spaces: "１２，０００．５ 万元" is "12,000.5万元". */
export function asciiOf(raw: string): string {
  return raw
    .replace(fullWidth, (char) => String.fromCharCode(char.charCodeAt(0) - fullWidthOffset))
    .replace(/。/g, ".")
    .replace(/[‐-―−]/g, "-")
    .replace(/\s/g, "");
}
