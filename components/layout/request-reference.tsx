"use client";

import { useEffect, useState } from "react";

/**
 * The number under which the log knows this request. A stored page cannot contain it, so it comes from the
 * Server-Timing header; without JavaScript it is missing from the page.
 */
export function RequestReference() {
  const [reference, setReference] = useState("");
  useEffect(() => {
    const [navigation] = performance.getEntriesByType("navigation");
    if (!(navigation instanceof PerformanceNavigationTiming)) return;
    setReference(navigation.serverTiming.find((timing) => timing.name === "request")?.description ?? "");
  }, []);
  if (!reference) return null;
  return (
    <p className="small">
      编号 <code className="font-mono">{reference}</code>
    </p>
  );
}
