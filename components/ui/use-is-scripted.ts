"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether JavaScript runs: false in what the server sends, so that what needs it appears only where it works. */
export function useIsScripted(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
