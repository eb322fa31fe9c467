import type { CitedField, CitedPart, CitedThing, SourceParagraph } from "./source-dto";

/** One citation with the thing and the part that it is about. */
export type CitedRow = {
  paragraph: number;
  field: CitedField;
  reason: string | null;
  subject: CitedThing["subject"];
  key: string | null;
  name: string;
  partKind: CitedPart["kind"];
  partName: string | null;
};

/** Gathers citations by paragraph, thing and part; a paragraph without any is there too. */
export function paragraphsOf(rows: readonly CitedRow[], count: number): SourceParagraph[] {
  return Array.from({ length: count }, (_none, index) => {
    const number = index + 1;
    return { number, things: thingsOf(rows.filter(({ paragraph }) => paragraph === number)) };
  });
}

/** Whether a paragraph only tells under which names it speaks of an enterprise, which is nothing to track. */
export function holdsOnlyNames({ things }: SourceParagraph): boolean {
  const fields = things.flatMap(({ parts }) => parts.flatMap((part) => part.fields));
  return fields.length > 0 && fields.every(({ field }) => field === "aliases");
}

function thingsOf(rows: readonly CitedRow[]): CitedThing[] {
  return gather(rows, ({ subject, name }) => `${subject} ${name}`).map((own) => ({
    subject: own[0].subject,
    key: own[0].key,
    name: own[0].name,
    parts: partsOf(own),
  }));
}

function partsOf(rows: readonly CitedRow[]): CitedPart[] {
  return gather(rows, ({ partKind, partName }) => `${partKind} ${partName}`).map((own) => ({
    kind: own[0].partKind,
    name: own[0].partName,
    fields: own.map(({ field, reason }) => ({ field, reason })),
  }));
}

type Gathered = [CitedRow, ...CitedRow[]];

function gather(rows: readonly CitedRow[], keyOf: (row: CitedRow) => string): Gathered[] {
  const groups = new Map<string, Gathered>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()];
}
