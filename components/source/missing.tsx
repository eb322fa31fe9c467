import { missingText } from "@/lib/text/missing-text";

/** A value that is not there, and why. */
export function Missing({ why }: { why: keyof typeof missingText }) {
  return <span className="missing">{missingText[why]}</span>;
}
