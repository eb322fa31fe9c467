import { Button } from "@/components/ui/button";
import { type Contradiction, choiceField, type FieldDifference } from "@/lib/draft/draft-rules";
import { Contradictions } from "./contradictions";

/** What a form calls its inputs, and what is chosen or typed in them. */
export type FieldWords = {
  nameOf: (field: string) => string;
  wordsOf: (field: string, value: string) => string;
};

type Props = { differences: readonly (FieldDifference & { takesStored?: boolean })[]; words: FieldWords };

/** Mine and what another window stored meanwhile, inside its form. */
export function DraftConflict({ differences, words }: Props) {
  return (
    <Contradictions
      key={differences.length}
      id="conflict"
      lead="这份草稿在别的窗口改过，这里填的还没有保存。逐项选要留的，再存一次。"
      otherName="已保存的"
      items={itemsOf(differences, words)}
    >
      <p>
        <Button type="submit" name="intent" value="choose" variant="go">
          按所选保存
        </Button>
      </p>
    </Contradictions>
  );
}

/** What this browser kept and the server never got, against what is stored; a form of its own around it. */
export function DraftOffer({ differences, words }: Props) {
  return (
    <Contradictions
      lead="这台电脑上留着上次没存上的内容，和已保存的不一样。逐项选要留的。"
      mineName="这台电脑上的"
      otherName="已保存的"
      items={itemsOf(differences, words)}
    >
      <p>
        <Button type="submit">按所选填入</Button>
      </p>
    </Contradictions>
  );
}

function itemsOf(differences: Props["differences"], { nameOf, wordsOf }: FieldWords): Contradiction[] {
  return differences.map(({ field, mine, stored, takesStored = false }) => ({
    input: choiceField(field),
    name: nameOf(field),
    mine: { value: mine, words: wordsOf(field, mine) },
    other: { value: stored, words: wordsOf(field, stored) },
    takesMine: !takesStored,
  }));
}
