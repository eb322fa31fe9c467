"use client";

import { problemPageText } from "@/lib/text/problem-page-text";
import ErrorPage from "./error";
import "./globals.css";

type Props = { error: Error & { digest?: string } };

/** Takes the place of the root layout when that fails itself. */
export default function GlobalError({ error }: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <title>{problemPageText[500].title}</title>
        <ErrorPage error={error} />
      </body>
    </html>
  );
}
