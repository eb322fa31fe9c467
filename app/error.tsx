"use client";

import { PlainProblem } from "@/components/layout/plain-problem";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <PlainProblem
      title="这一页没能打开"
      lead="系统出了错，已经记录下来。您可以再试一次；如果还是不行，请把编号告诉管理员。"
      wayOn={
        <>
          <button type="button" className="btn" onClick={reset}>
            再试一次
          </button>{" "}
          <a href="/">返回首页</a>
        </>
      }
      reference={error.digest}
    />
  );
}
