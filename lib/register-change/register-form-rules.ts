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
  /** What an input is called, wherever it is spoken of. */
  fieldName: (field: string) => string;
  /** Field by field for reviewer, author and the public history; `known` holds what the contents name. */
  diff: (before: Content | null, after: Content, known: RegisterNames) => DiffRow[];
};

/** What has a form in the register; a wrongly recorded standing is corrected elsewhere. */
export const formSubjects = [
  "project",
  "agreement",
  "organization",
  "place",
] as const satisfies readonly RegisterSubject[];
export type FormSubject = (typeof formSubjects)[number];

/** In addresses and drafts: something that is not registered yet. No slug is this word. */
export const newKey = "new";

/** The name of the draft in which a proposal is kept. */
export const proposalForm = (subject: FormSubject, key: string) => `${subject}:${key}`;

/** Inputs that every form of the register has beside its content. */
export const proposalFields = ["changeKind", "reason", "evidenceKind", "evidence", "evidenceOn"] as const;
