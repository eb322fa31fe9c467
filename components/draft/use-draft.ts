"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import type { KeptValues } from "@/lib/result";
import { DraftKeeper, type DraftPage, type DraftView, firstView } from "./draft-keeper";
import { answerFor } from "./open-windows";

type Options = {
  form: RefObject<HTMLFormElement | null>;
  page: DraftPage;
  /** Makes inputs for values that the form has none for yet; must not change from render to render. */
  makeRoom: (values: KeptValues) => void;
};

/** Keeps the draft of a form while the page is open; `keeper` is null before that, and without JavaScript. */
export function useDraft({ form, page, makeRoom }: Options) {
  const [view, setView] = useState<DraftView>(() => firstView(page));
  const keeper = useRef<DraftKeeper>(null);

  useEffect(() => {
    if (!form.current) return;
    const made = new DraftKeeper(form.current, page, { show: setView, makeRoom });
    keeper.current = made;
    // After this render, as it may itself ask for more inputs.
    const begin = setTimeout(() => void made.begin(Date.now()));
    const stopAnswering = answerFor(made.formId);
    const stopListening = listen(made);
    return () => {
      clearTimeout(begin);
      stopAnswering();
      stopListening();
      made.leave();
      made.saver.cancel();
      keeper.current = null;
    };
  }, [form, page, makeRoom]);

  const isUnsaved = view.save.kind !== "rest";
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isUnsaved]);

  return { view, keeper };
}

/** What tells that the way to the server may be free again, and that the page is being left. */
function listen(keeper: DraftKeeper): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const wake = () => keeper.saver.wake();
  window.addEventListener("online", wake, { signal });
  window.addEventListener("focus", wake, { signal });
  window.addEventListener("pagehide", () => keeper.leave(), { signal });
  // Back from the browser's memory: another page may have changed the draft meanwhile.
  window.addEventListener(
    "pageshow",
    ({ persisted }) => {
      if (persisted && !keeper.saver.hasUnsaved) window.location.reload();
    },
    { signal },
  );
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") keeper.leave();
      else wake();
    },
    { signal },
  );
  return () => stop.abort();
}
