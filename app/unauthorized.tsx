import type { Metadata } from "next";
import { BareProblem } from "@/components/layout/bare-problem";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { problemPageText } from "@/lib/text/problem-page-text";

export const metadata: Metadata = { title: problemPageText[401].title };

export default function Unauthorized() {
  return (
    <BareProblem status={401}>
      <LinkButton href={paths.signIn()} variant="go">
        登录
      </LinkButton>
      <LinkButton href={paths.home()}>回首页</LinkButton>
    </BareProblem>
  );
}
