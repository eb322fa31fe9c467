import type { ReactNode } from "react";

type Props = {
  /** Names the scrolling region: 各阶段项目数数据表. */
  label: string;
  /** A `t dense` table with a caption. */
  children: ReactNode;
};

/** The table below a chart that says the same. */
export function Twin({ label, children }: Props) {
  return (
    <details className="twin">
      <summary>查看数据表</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={label}>
        {children}
      </section>
    </details>
  );
}
