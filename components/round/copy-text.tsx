"use client";

import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";

type Props = { label: string; text: string };

/** Text to take along: the button copies it; without JavaScript it is selected by hand. */
export function CopyText({ label, text }: Props) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  const copy = async () => {
    area.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      setSaid("已复制。");
    } catch {
      // Without permission for the clipboard the text is selected, and a key copies it.
      setSaid("文字已选中，按 Ctrl+C 复制。");
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={area}
        id={id}
        className="input"
        readOnly
        rows={Math.min(16, text.split("\n").length + 1)}
        value={text}
      />
      <div className="row mt-2">
        <Button icon="copy" size="sm" onClick={copy}>
          复制
        </Button>
        <span className="small soft" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
