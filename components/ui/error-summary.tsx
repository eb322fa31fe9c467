"use client";

import { useEffect, useId, useRef } from "react";
import { Icon } from "./icon";

export type FieldError = {
  /** Id of the input; null for an error of the whole form. */
  fieldId: string | null;
  message: string;
};

/** All errors of a form, before its h1. Takes focus when they come; without JavaScript it is read as an alert. */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const titleId = useId();
  const box = useRef<HTMLDivElement>(null);
  const messages = errors.map((error) => error.message).join("\n");
  useEffect(() => {
    if (messages) box.current?.focus();
  }, [messages]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} className="summary" role="alert" tabIndex={-1} aria-labelledby={titleId}>
      <h2 id={titleId}>
        <Icon name="bad" />
        {`有 ${errors.length} 处要修改`}
      </h2>
      <ul>
        {errors.map(({ fieldId, message }) => (
          <li key={`${fieldId}${message}`}>{fieldId ? <a href={`#${fieldId}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  );
}
