import { cleanText } from "@/lib/format/clean-text";
import { type ListedSubject, listedSubjects } from "@/lib/register-change/register-form-rules";

const mostPages = 100_000;
const mostLetters = 100;

type Parameters = Partial<Record<string, string | string[]>>;

/** What part of the register the staff's list shows, and which parameters could not be read. */
export function readRegisterQuery({ subject, q, page }: Parameters): {
  subject: ListedSubject;
  q: string | null;
  page: number;
  ignored: string[];
} {
  const known = listedSubjects.find((name) => name === subject);
  const words = typeof q === "string" ? cleanText(q) : null;
  const isReadable = words !== null && "value" in words && words.value.length <= mostLetters;
  const number = typeof page === "string" && /^\d{1,6}$/.test(page) ? Number(page) : 0;
  const isPage = number >= 1 && number <= mostPages;
  const ignored = [
    ...(subject && !known ? ["类别"] : []),
    ...(q && !isReadable ? ["搜索"] : []),
    ...(page && !isPage ? ["页码"] : []),
  ];
  return {
    subject: known ?? "project",
    q: isReadable ? words.value || null : null,
    page: isPage ? number : 1,
    ignored,
  };
}
