import type { Metadata } from "next";
import { PlainProblem } from "@/components/layout/plain-problem";

export const metadata: Metadata = { title: "没有这个页面" };

export default function NotFound() {
  return (
    <PlainProblem
      title="没有这个页面"
      lead="地址可能写错了，或者这一页已经改了名字。"
      wayOn={
        <>
          <a className="btn" href="/projects">
            查项目台账
          </a>{" "}
          <a href="/">返回首页</a>
        </>
      }
    />
  );
}
