import type { Metadata } from "next";
import { BareProblem } from "@/components/layout/bare-problem";
import { problemPageText } from "@/lib/text/problem-page-text";

export const metadata: Metadata = { title: problemPageText[403].title };

export default function Forbidden() {
  return <BareProblem status={403} />;
}
