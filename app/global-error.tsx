"use client";

import ErrorPage from "./error";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Takes the place of the root layout when that fails itself. */
export default function GlobalError(props: Props) {
  return (
    <html lang="zh-CN">
      <body>
        <title>这一页没能打开 · 遵义招商项目跟踪</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
