import { syllablesOf } from "@/lib/pinyin";

type Searchable = {
  code: string;
  name: string;
  shortName: string;
  investors: readonly { name: string; shortName: string; aliases: readonly string[] }[];
};

/** Pinyin of a name, syllables parted by spaces, so that sorting by it sorts as a Chinese dictionary does. */
export const sortPinyin = (name: string): string =>
  syllablesOf(name)
    .map((syllable) => onlyLetters(syllable).toLowerCase())
    .filter((syllable) => syllable !== "")
    .join(" ");

/**
 * What a project can be found by, in lower case: its code, its names, those of its enterprises, the pinyin of its
 * names (`zhongxingdashuju`) and their initials (`zxdsj`). A search is one substring match on it.
 */
export function searchTextOf(project: Searchable): string {
  const names = [project.name, project.shortName];
  const words = [
    project.code,
    ...names,
    ...project.investors.flatMap(({ name, shortName, aliases }) => [name, shortName, ...aliases]),
    ...names.map((name) => onlyLetters(syllablesOf(name).join(""))),
    ...names.map((name) =>
      onlyLetters(
        syllablesOf(name)
          .map((syllable) => syllable[0])
          .join(""),
      ),
    ),
  ];
  return [...new Set(words.map((word) => word.toLowerCase()))].join(" ");
}

const onlyLetters = (text: string) => text.replace(/[^a-z0-9]/giu, "");
