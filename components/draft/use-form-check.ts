"use client";

import { useState } from "react";
import type { DraftSaver } from "./draft-saver";

type Pages = {
  /** Where what was checked is handed in. */
  checked: string;
  /** After the draft was put away; left out: the form stays. */
  left?: string;
};

/** Has the form checked or put away, and goes on to the next page when that was done; else says what was found. */
export function useFormCheck(pages: Pages, foundBefore: Record<string, string>) {
  const [found, setFound] = useState(foundBefore);
  const [attempt, setAttempt] = useState(0);
  const [isSending, setIsSending] = useState(false);

  const send = async (saver: DraftSaver, intent: string) => {
    if (saver.isHeld) return document.getElementById("conflict")?.scrollIntoView();
    setIsSending(true);
    const next = await nextPage(saver, intent, pages);
    if (typeof next === "string") return window.location.assign(next);
    setIsSending(false);
    if (!next) return;
    setFound(next);
    setAttempt((count) => count + 1);
  };
  return { found, attempt, isSending, send };
}

/** The page to go on to, or what is wrong by field; null: the form stays, and says itself whether it is saved. */
async function nextPage(
  saver: DraftSaver,
  intent: string,
  pages: Pages,
): Promise<string | Record<string, string> | null> {
  for (;;) {
    const answer = await saver.save(intent);
    if (answer.kind !== "written" || answer.written.differences.length > 0) return null;
    if (answer.written.isChecked && !answer.written.isReady) return answer.written.errors;
    // What was typed while the answer was on its way goes along.
    if (!saver.hasUnsaved) return answer.written.isReady ? pages.checked : (pages.left ?? null);
  }
}
