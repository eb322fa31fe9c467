import { isAuditAction, type ToldEvent } from "@/lib/audit/audit-sentence";
import { type DateRange, precisions } from "@/lib/format/date-range";
import { formatDateRange } from "@/lib/format/date-words";
import { type AuditField, auditFieldText } from "@/lib/text/audit-field-text";

/** A detail of an event in words. */
export type AuditDetail = {
  field: string;
  label: string;
  /** Null: it is no change, just something to know. */
  before: string | null;
  after: string;
};

const nothing = "无";

/** What an event changed, from [old, new], and what else it notes, but for what its sentence says. */
export function auditDetails(event: ToldEvent): AuditDetail[] {
  return Object.entries(event.details)
    .toSorted(([one], [other]) => placeOf(one) - placeOf(other))
    .flatMap(([field, value]) => (isSaid(event, field) ? [] : rowsOf(field, value)));
}

const places = new Map(Object.keys(auditFieldText).map((field, place) => [field, place]));

/** The database keeps no order of fields. */
function placeOf(field: string): number {
  return places.get(field) ?? places.size;
}

function isSaid({ action, succeeded }: ToldEvent, field: string): boolean {
  if (!isAuditAction(action)) return false;
  return auditFieldText[field]?.isSaid === true || (field === "reason" && !succeeded);
}

/** Details in a detail become rows of their own; what is null was left open. */
function rowsOf(name: string, value: unknown): AuditDetail[] {
  if (value === null || value === undefined) return [];
  const field = auditFieldText[name] ?? { label: name };
  const row = { field: name, label: field.label };
  if (isChange(value) && !field.isList) {
    const [before, after] = value.map((side) => words(side, field));
    return [{ ...row, before: before ?? nothing, after: after ?? nothing }];
  }
  if (isRecord(value) && !isDateRange(value)) {
    return Object.entries(value).flatMap(([inner, innerValue]) => rowsOf(inner, innerValue));
  }
  return [{ ...row, before: null, after: words(value, field) }];
}

function words(value: unknown, field: AuditField): string {
  if (value === null || value === undefined || value === "") return field.none ?? nothing;
  if (typeof value === "boolean") return value ? "是" : "否";
  if (isDateRange(value)) return formatDateRange(value);
  if (Array.isArray(value)) return value.map((item) => words(item, field)).join("、") || nothing;
  if (isRecord(value)) return listed(value);
  const text = String(value);
  return field.words?.[text] ?? field.write?.(text) ?? text;
}

/** One of a list, such as a milestone: its values alone. */
function listed(item: Record<string, unknown>): string {
  const stated = Object.entries(item).filter(([, value]) => value !== null);
  return stated.map(([name, value]) => words(value, auditFieldText[name] ?? { label: name })).join(" ");
}

function isChange(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDateRange(value: unknown): value is DateRange {
  return (
    isRecord(value) && typeof value.to === "string" && precisions.some((name) => name === value.precision)
  );
}
