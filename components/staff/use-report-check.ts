"use client";

import { useState } from "react";
import type { DraftSaver } from "@/components/draft/draft-saver";
import { paths } from "@/lib/paths";

/** Has the form checked or put away, and goes on to the next page when that was done; else says what was found. */
export function useReportCheck(checkPath: string, foundBefore: Record<string, string>) {
  const [found, setFound] = useState(foundBefore);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setIsSending] = useState(false);

  const send = async (saver: DraftSaver, intent: string) => {
    if (saver.isHeld) return document.getElementById("conflict")?.scrollIntoView();
    setIsSending(true);
    const next = await nextPage(saver, intent, checkPath);
    if (typeof next === "string") return window.location.assign(next);
    setIsSending(false);
    if (!next) return;
    setFound(next);
    setAttempt((count) => count + 1);
  };
  return { found, attempt, isSending, send };
}

/** The page to go on to, or what is wrong by field; null: it could not be saved, which the form says itself. */
async function nextPage(
  saver: DraftSaver,
  intent: string,
  checkPath: string,
): Promise<string | Record<string, string> | null> {
  for (;;) {
    const answer = await saver.save(intent);
    if (answer.kind !== "written" || answer.written.differences.length > 0) return null;
    if (answer.written.isChecked && !answer.written.isReady) return answer.written.errors;
    // What was typed while the answer was on its way goes along.
    if (!saver.hasUnsaved) return answer.written.isReady ? checkPath : paths.staff("drafted");
  }
}
