import type { Metadata } from "next";
import type { ReactNode } from "react";
import { siteDescription, siteName } from "@/lib/text/site-text";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: siteName, template: `%s · ${siteName}` },
  description: siteDescription,
};

/** The one root of every page; reads nothing, so that pages below it can be stored whole. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
