import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { CodeInput } from "./code-input";

type Props = {
  /** Says who gave the right password. */
  pending: string;
  /** Back to name and password. */
  restartHref: string;
  error?: string;
  isBusy: boolean;
};

/** The second step of signing in, of an account with a second factor. */
export function CodeStep({ pending, restartHref, error, isBusy }: Props) {
  const input = useRef<HTMLInputElement>(null);
  // It replaces the password's field, which had the focus. A refusal is read from the summary first.
  useEffect(() => {
    if (!error) input.current?.focus();
  }, [error]);
  return (
    <>
      <input type="hidden" name="step" value="code" />
      <input type="hidden" name="pending" value={pending} />
      <div className="stack">
        <CodeInput ref={input} error={error} />
        <Button type="submit" variant="go" wide busy={isBusy}>
          验证并登录
        </Button>
        <LinkButton href={restartHref} variant="bare" size="sm">
          换一个账号登录
        </LinkButton>
      </div>
    </>
  );
}
