import type { Metadata } from "next";
import type { ReactNode } from "react";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "遵义招商项目跟踪", template: "%s · 遵义招商项目跟踪" },
};

/** The one root of every page; reads nothing, so that pages below it can be stored whole. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
