import { pinyin } from "pinyin-pro";

/** The syllables of a text without tones; what is not Chinese stays as it is. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: "none", type: "array", nonZh: "consecutive", v: true });
}
