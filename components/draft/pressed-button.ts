import type { FormEvent } from "react";

/** The button that a form is sent with; null: none that it knows. */
export function pressedButton({ nativeEvent }: FormEvent): HTMLButtonElement | null {
  const button = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
  return button instanceof HTMLButtonElement ? button : null;
}
