import { type Extension, longestName } from "@/lib/attachment/attachment-rules";

// Folders that some browsers put before the name, and what Windows refuses in one.
const folders = /^.*[/\\]/s;
const unfit = /[<>:"|?*]/g;
// Control characters, lone surrogates, and marks that reorder or hide what a reader sees: "gpj.exe" read backwards.
const invisible = /[\p{Cc}\p{Cs}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A file's name fit to be shown, and to be saved under: at most 120 characters, with the ending that is true. */
export function cleanFileName(raw: string, extension: Extension): string {
  const ending = `.${extension}`;
  const visible = raw.replace(folders, "").replace(invisible, "").replace(unfit, "_").normalize("NFC");
  const stem = visible
    .replace(/\.[^.]*$/, "")
    .replace(/\s+/g, " ")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const room = longestName - ending.length;
  return `${[...stem].slice(0, room).join("").trim() || "未命名"}${ending}`;
}
