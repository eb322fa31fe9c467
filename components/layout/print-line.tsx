"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { formatInstant } from "@/lib/format/shanghai-time";
import { siteName } from "@/lib/text/site-text";

/** Head of a printed page. The page may have been stored long before, so the time is written when it prints. */
export function PrintLine({ children }: { children: ReactNode }) {
  const time = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const writeTime = () => {
      if (time.current) time.current.textContent = `打印时间 ${formatInstant(new Date())}。`;
    };
    window.addEventListener("beforeprint", writeTime);
    return () => window.removeEventListener("beforeprint", writeTime);
  }, []);
  return (
    <p className="print-only small">
      {siteName}。<span ref={time} />
      {children}。
    </p>
  );
}
