"use client";

import { useRef, useState } from "react";
import type { Attachment, NamedForm } from "@/lib/attachment/attachment-dto";
import { uploadFile } from "./upload-file";

/** A file on its way; `share` is how much of it has gone, 0–1. */
export type Upload = { id: string; name: string; share: number };
export type RefusedUpload = { id: string; name: string; message: string };

/** Sends files one after the other; `onAdded` hears of each that arrived. */
export function useUploads(form: NamedForm, onAdded: (attachment: Attachment) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [refused, setRefused] = useState<readonly RefusedUpload[]>([]);
  const last = useRef<Promise<void>>(Promise.resolve());

  const send = async (file: File, id: string) => {
    const uploaded = await uploadFile(form, file, (share) =>
      setUploads((all) => all.map((upload) => (upload.id === id ? { ...upload, share } : upload))),
    );
    setUploads((all) => all.filter((upload) => upload.id !== id));
    if ("added" in uploaded) onAdded(uploaded.added);
    else setRefused((all) => [...all, { id, name: file.name, message: uploaded.message }]);
  };
  const add = (files: readonly File[]) => {
    setRefused([]);
    for (const file of files) {
      const id = crypto.randomUUID();
      setUploads((all) => [...all, { id, name: file.name, share: 0 }]);
      last.current = last.current.then(() => send(file, id));
    }
  };
  return { uploads, refused, add };
}
