import type { Metadata } from "next";
import { PlainProblem } from "@/components/layout/plain-problem";

export const metadata: Metadata = { title: "请先登录" };

export default function Unauthorized() {
  return (
    <PlainProblem
      title="请先登录"
      lead="这一页只对登录的人员开放；登录也可能已经过期。"
      wayOn={
        <a className="btn" href="/sign-in">
          去登录
        </a>
      }
    />
  );
}
