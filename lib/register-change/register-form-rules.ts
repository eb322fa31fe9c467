import type { Contradiction, WrittenForm } from "@/lib/draft/draft-rules";
import type { RegisterNames } from "@/lib/draft/register-names-dto";
import type { DiffRow } from "@/lib/format/field-diff";
import type { RegisterSubject } from "@/lib/register-change/register-change-rules";
import type { KeptValues } from "@/lib/result";

/** How one kind of thing of the register is typed in and read again. */
export type RegisterForm<Content> = {
  /**
   * Reads what was typed: the content, or what is wrong with each field. `known` holds everything of the register whose
   * slug, code or name one of the values is, whole or as one line of it, however large the register has grown.
   */
  read: (
    values: KeptValues,
    known: RegisterNames,
  ) => { content: Content } | { errors: Record<string, string> };
  /** What the form shows for a content; `known` holds what the content names. */
  values: (content: Content, known: RegisterNames) => KeptValues;
  /** What an input is called, wherever it is spoken of; a list of rows by what its inputs begin with. */
  fieldName: (field: string) => string;
  /** What was chosen in an input, in words; left out: as it is typed. */
  valueName?: (field: string, value: string) => string;
  /** Field by field for reviewer, author and the public history; `known` holds what the contents name. */
  diff: (before: Content | null, after: Content, known: RegisterNames) => DiffRow[];
};

/** What the register lists. */
export const listedSubjects = [
  "project",
  "agreement",
  "organization",
  "place",
] as const satisfies readonly RegisterSubject[];
export type ListedSubject = (typeof listedSubjects)[number];

/** What has a form in the register: a project's standing is corrected, never listed or made. */
export const formSubjects = [...listedSubjects, "standing"] as const satisfies readonly RegisterSubject[];
export type FormSubject = (typeof formSubjects)[number];

/** In addresses and drafts: something that is not registered yet. No slug is this word. */
export const newKey = "new";

/** The name of the draft in which a proposal is kept. */
export const proposalForm = (subject: FormSubject, key: string) => `${subject}:${key}`;

/** Inputs that every form of the register has beside its content. */
export const proposalFields = ["changeKind", "reason", "evidenceKind", "evidence", "evidenceOn"] as const;

/** Where a proposal stands beside what was published since its author began. */
export type Overtaken = {
  overtaken: readonly Contradiction[];
  /** Version of the thing as it stands, which an author who chose has seen; null: a registration. */
  currentVersion: number | null;
};

/** What the form shows after it was sent. */
export type WrittenProposal = WrittenForm & Overtaken;

/** Whether a form that was sent was one of the register. */
export function isProposal(written: WrittenForm): written is WrittenProposal {
  return "overtaken" in written;
}
