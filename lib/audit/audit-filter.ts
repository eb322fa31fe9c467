import { cleanText } from "@/lib/format/clean-text";
import { parseDay } from "@/lib/format/lenient-date";
import { type AuditAddress, auditParameters } from "@/lib/paths";
import { auditKindText, auditOutcomeText } from "@/lib/text/audit-text";
import type { IsoDate } from "../format/calendar-day";

export type AuditParameter = (typeof auditParameters)[number];

/** Which events of the audit, and from which one on back. Null means not filtered. */
export type AuditFilter = {
  /** An account's name, a part of its display name, or 运维人员, 访客. */
  person: string | null;
  /** What it was done to, exactly as it was written but for capitals: a project code, an account's name. */
  subject: string | null;
  kind: keyof typeof auditKindText | null;
  /** Days in Asia/Shanghai, both included. */
  from: IsoDate | null;
  to: IsoDate | null;
  outcome: keyof typeof auditOutcomeText | null;
  /** Only events with a smaller number. */
  before: number | null;
};

/** Each returns undefined for a value that it refuses. */
const readers: { [Name in AuditParameter]: (text: string) => AuditFilter[Name] | undefined } = {
  person: words,
  subject: words,
  kind: oneOf(auditKindText),
  from: day,
  to: day,
  outcome: oneOf(auditOutcomeText),
  before: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined),
};

/**
 * Reads a URL's parameters, leniently. A refused value leaves the events unfiltered by it and its name in `ignored`;
 * an empty one, a form's untouched field, means not given; unknown names fall away.
 */
export function parseAuditFilter(params: URLSearchParams): {
  filter: AuditFilter;
  ignored: AuditParameter[];
} {
  const filter: AuditFilter = {
    person: null,
    subject: null,
    kind: null,
    from: null,
    to: null,
    outcome: null,
    before: null,
  };
  const ignored = auditParameters.filter((name) => {
    const [text = "", ...repeated] = params.getAll(name).filter((value) => value.trim() !== "");
    return text !== "" && (repeated.length > 0 || !accept(filter, name, text));
  });
  if (filter.from && filter.to && filter.to < filter.from) {
    return { filter: { ...filter, to: null }, ignored: [...ignored, "to"] };
  }
  return { filter, ignored };
}

/** The filter as the URL names it. */
export function auditAddress({ before, ...filter }: AuditFilter): AuditAddress {
  return { ...filter, before: before === null ? null : String(before) };
}

function accept<Name extends AuditParameter>(filter: AuditFilter, name: Name, text: string): boolean {
  const value = readers[name](text.trim());
  if (value === undefined) return false;
  filter[name] = value;
  return true;
}

function oneOf<Value extends string>(labels: Record<Value, string>): (text: string) => Value | undefined {
  // Object.keys forgets the type of the keys.
  const values = Object.keys(labels) as Value[];
  return (text) => values.find((value) => value === text);
}

function day(text: string): IsoDate | undefined {
  const parsed = parseDay(text);
  return "value" in parsed ? parsed.value : undefined;
}

function words(text: string): string | undefined {
  const cleaned = cleanText(text);
  const value = "value" in cleaned ? cleaned.value.normalize("NFKC") : "";
  return value !== "" && value.length <= 100 ? value : undefined;
}
