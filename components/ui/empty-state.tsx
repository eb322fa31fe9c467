import type { ReactNode } from "react";

/** Nothing there: what is missing in bold, then what will fill it or how to find more. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
    </div>
  );
}
