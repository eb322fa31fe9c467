"use client";

import { BareProblem } from "@/components/layout/bare-problem";

type Props = { error: Error & { digest?: string } };

/** The digest stands in the log line of the error. */
export default function ErrorPage({ error }: Props) {
  return <BareProblem status={500} referenceId={error.digest} />;
}
