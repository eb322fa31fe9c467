import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/paths";
import { problemPageText } from "@/lib/text/problem-page-text";

type Props = {
  status: keyof typeof problemPageText;
  /** What support needs to find the log line; never the error's own message. */
  referenceId?: string;
  /** Ways out; home and the register when not given. */
  children?: ReactNode;
};

/** Instead of a page that cannot be shown; sits inside a `PageShell`. */
export function ProblemPage({ status, referenceId, children }: Props) {
  const { title, advice } = problemPageText[status];
  return (
    <div className="stack measure">
      <p className="code">{status}</p>
      <h1>{title}</h1>
      <p className="soft">{advice}</p>
      {referenceId && (
        <p className="small">
          编号 <code className="font-mono">{referenceId}</code>
        </p>
      )}
      <div className="row">
        {children ?? (
          <>
            <LinkButton href={paths.projects()} variant="go">
              看项目台账
            </LinkButton>
            <LinkButton href={paths.home()}>回首页</LinkButton>
          </>
        )}
      </div>
    </div>
  );
}
