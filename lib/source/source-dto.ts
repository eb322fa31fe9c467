import type { IsoDate } from "@/lib/format/date-range";
import type { citedFieldText, citedPartText, citedSubjectText } from "@/lib/text/citation-text";

export type SourceItem = {
  slug: string;
  title: string;
  authors: string[];
  publishedOn: IsoDate;
  paragraphCount: number;
  /** How many projects have something from it. */
  projectCount: number;
};

export type PublicSource = SourceItem & {
  /** As the document prints it. */
  printedDate: string;
  /** How we read it: an instant with its offset. */
  publishedAt: string;
  /** Null: not stated. */
  publisher: string | null;
  url: string | null;
  sha256: string;
  /** People whom it names, with their office at that time. They appear on no other page. */
  persons: { name: string; position: string; paragraphs: number[] }[];
  /** One for each paragraph of the text, also where no fact comes from it. */
  paragraphs: SourceParagraph[];
};

export type SourceParagraph = { number: number; things: CitedThing[] };

/** Something that a paragraph says things about. */
export type CitedThing = {
  subject: keyof typeof citedSubjectText;
  /** Code or slug of its page; null: it has no page of its own. */
  key: string | null;
  name: string;
  parts: CitedPart[];
};

/** The thing itself, or a named part of it such as one milestone. */
export type CitedPart = {
  kind: keyof typeof citedPartText | null;
  name: string | null;
  fields: { field: CitedField; reason: string | null }[];
};

export type CitedField = keyof typeof citedFieldText;
