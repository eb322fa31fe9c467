import type { Metadata } from "next";
import { BareProblem } from "@/components/layout/bare-problem";
import { problemPageText } from "@/lib/text/problem-page-text";

export const metadata: Metadata = { title: problemPageText[404].title };

export default function NotFound() {
  return <BareProblem status={404} />;
}
