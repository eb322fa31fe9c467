"use client";

import { useEffect, useRef, useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { keepSessionAction } from "@/lib/account/account-actions";
import { emptyFormState } from "@/lib/result";

const warningMs = 2 * 60_000;

type Props = {
  /** How long the session lasts, as of this page, unless it is used again. */
  remainingMs: number;
  /** Sign-in that comes back to this page. */
  signInHref: string;
};

/** Says two minutes before it happens that the session ends for want of use, with a button that keeps it. */
export function IdleWarning({ remainingMs, signInHref }: Props) {
  const [remaining, setRemaining] = useState({ ms: remainingMs });
  const [isKeeping, startKeeping] = useTransition();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = stageOf(remaining.ms);

  useEffect(() => setRemaining({ ms: remainingMs }), [remainingMs]);

  useEffect(() => {
    if (stage === "ended") return;
    const waitMs = stage === "used" ? remaining.ms - warningMs : remaining.ms;
    // The session may have been used meanwhile: by saving a draft, or in another tab.
    const timer = setTimeout(async () => setRemaining({ ms: await askRemainingMs() }), waitMs);
    return () => clearTimeout(timer);
  }, [remaining, stage]);

  useEffect(() => {
    if (stage === "used") dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [stage]);

  const keep = () =>
    startKeeping(async () => {
      const { result } = await keepSessionAction(emptyFormState, new FormData());
      // At its absolute end a session cannot be kept; the warning was read.
      dialog.current?.close();
      setRemaining({ ms: result ?? 0 });
    });

  const ask = () => startKeeping(async () => setRemaining({ ms: await askRemainingMs() }));

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="idle-title">
      <div className="stack">
        {stage === "ended" ? (
          <>
            <h2 id="idle-title">登录已结束</h2>
            <p>这一页填的内容还在。请在新窗口重新登录，再回到这里接着填。</p>
            <div className="row">
              <LinkButton href={signInHref} target="_blank" variant="go">
                在新窗口登录
              </LinkButton>
              <Button busy={isKeeping} onClick={ask}>
                已登录，接着填
              </Button>
            </div>
          </>
        ) : (
          <>
            <h2 id="idle-title">登录将在 2 分钟内结束</h2>
            <p>太久没有操作，或登录满了时限，会自动退出。请先保存正在填的内容。</p>
            <Button variant="go" busy={isKeeping} onClick={keep}>
              继续使用
            </Button>
          </>
        )}
      </div>
    </dialog>
  );
}

function stageOf(ms: number): "used" | "ending" | "ended" {
  if (ms > warningMs) return "used";
  return ms > 0 ? "ending" : "ended";
}

/** Asks without using the session; 0 when it ended. Without an answer it counts as about to end. */
async function askRemainingMs(): Promise<number> {
  try {
    const session: unknown = await (await fetch("/api/auth/session")).json();
    const has = typeof session === "object" && session !== null && "remainingMs" in session;
    return has && typeof session.remainingMs === "number" ? session.remainingMs : 0;
  } catch {
    return warningMs;
  }
}
