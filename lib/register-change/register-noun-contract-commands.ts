import "server-only";
import type { z } from "zod";
import type { Transaction } from "@/lib/audit/audit-record";
import type { Refusal } from "@/lib/refusal";
import type { RegisterContent } from "@/lib/register-change/register-change-rules";
import type { RegisterOrigin } from "@/lib/source/citation-commands";

/** A thing of the register as it stands now, locked until the transaction ends. */
export type CurrentThing<Content> = {
  id: number;
  /** Code or slug. */
  key: string;
  version: number;
  content: Content;
};

/** How one kind of thing of the register is read and written. */
export type RegisterNoun<Content extends RegisterContent> = {
  /** Reads stored content back. */
  schema: z.ZodType<Content>;
  titleOf: (content: Content) => string;
  /** What stands against this content now, by field; asked when it is handed in and again when it is published. */
  refusals: (tx: Transaction, content: Content, before: Content | null) => Promise<Refusal[]>;
  /** Null: there is none, or it was withdrawn. */
  current: (
    tx: Transaction,
    where: { id: number } | { key: string },
  ) => Promise<CurrentThing<Content> | null>;
  create: (tx: Transaction, content: Content, origin: RegisterOrigin) => Promise<{ id: number; key: string }>;
  amend: (
    tx: Transaction,
    thing: { id: number; before: Content; content: Content },
    origin: RegisterOrigin,
  ) => Promise<void>;
  /** Takes a creation back; refuses when something rests on it. */
  withdraw: (tx: Transaction, id: number) => Promise<void>;
};
