import type { Metadata } from "next";
import { PlainProblem } from "@/components/layout/plain-problem";

export const metadata: Metadata = { title: "没有权限" };

export default function Forbidden() {
  return (
    <PlainProblem
      title="您没有查看这一页的权限"
      lead="如果工作需要，请联系本系统的管理员开通。"
      wayOn={<a href="/">返回首页</a>}
    />
  );
}
