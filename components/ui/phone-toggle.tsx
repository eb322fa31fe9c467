"use client";

import { type ReactNode, useEffect, useRef } from "react";

// As `.phone-toggle` in layout.css.
const narrow = "(max-width: 63.99rem)";

/** What stands beside the main thing on a wide screen, folded above it on a narrow one; open without JavaScript. */
export function PhoneToggle({ label, children }: { label: string; children: ReactNode }) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const query = window.matchMedia(narrow);
    const fold = () => {
      if (details.current) details.current.open = !query.matches;
    };
    fold();
    query.addEventListener("change", fold);
    return () => query.removeEventListener("change", fold);
  }, []);
  return (
    <details ref={details} className="phone-toggle" open>
      <summary>{label}</summary>
      {children}
    </details>
  );
}
