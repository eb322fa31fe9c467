import type { ToldEvent } from "@/lib/audit/audit-sentence";

/** An event as the auditor reads it. */
export type AuditEventDto = ToldEvent & {
  number: number;
  /** "2016-09-20 10:35:07" in Asia/Shanghai. */
  at: string;
  /** Null: unknown, or a program on the server. */
  address: string | null;
  hash: string;
};

export type AuditPage = {
  /** The newest first. */
  events: AuditEventDto[];
  /** From where the next page goes back; null on the last page. */
  nextBefore: number | null;
  /** Of all that fit the filter; `countLimit` means that many or more. */
  count: number;
  /** The last event of all; null when there is none. */
  latest: { number: number; hash: string } | null;
};

/** Counting stops here, so that a filter that most events fit costs no more than one that few do. */
export const countLimit = 1000;
