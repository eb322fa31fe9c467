"use client";

import { type RefObject, startTransition, useEffect, useRef } from "react";

const delayMs = 2_000;

/** Sends the form as a draft shortly after the last keystroke; returns what its `onInput` and `onSubmit` call. */
export function useAutosave(form: RefObject<HTMLFormElement | null>, save: (data: FormData) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const cancel = () => clearTimeout(timer.current);
  useEffect(() => () => clearTimeout(timer.current), []);
  const schedule = () => {
    cancel();
    timer.current = setTimeout(() => {
      if (!form.current) return;
      const data = new FormData(form.current);
      data.set("intent", "save");
      startTransition(() => save(data));
    }, delayMs);
  };
  return { schedule, cancel };
}
