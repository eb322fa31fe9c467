import { parseDay } from "@/lib/format/lenient-date";
import { asciiOf } from "@/lib/format/lenient-input";

const unreadable = "unreadable";

/**
 * The path segment for what `?asOf=` asks: `today`, an ISO day, or text that `askedDay` refuses in the same words.
 * Whether a day is still to come is the page's to say, which knows the dataset's day.
 */
export function dashboardDayKey(parameter: string | null): string {
  const text = parameter?.trim() ?? "";
  if (text === "") return "today";
  const asked = parseDay(text);
  if ("value" in asked) return asked.value;
  const digits = asciiOf(text).match(/\d+/g)?.join("-") ?? unreadable;
  const again = parseDay(digits);
  const isNoSuchDay = "refusal" in again && again.refusal === asked.refusal && !isUnreadable(asked.refusal);
  return isNoSuchDay ? digits : unreadable;
}

/** What a key asks, as the address would; null for text that is no key. */
export function askedByDayKey(key: string): { asOf: string | undefined } | null {
  if (key === "today") return { asOf: undefined };
  return dashboardDayKey(key) === key ? { asOf: key } : null;
}

function isUnreadable(refusal: string): boolean {
  const nothing = parseDay(unreadable);
  return "refusal" in nothing && nothing.refusal === refusal;
}
