/** Where the bytes of attachments are kept. A key is ours and random, never a name that somebody chose. */
export type Storage = {
  /** Resolves when the bytes are there to stay; the same key again replaces them. */
  put: (key: string, bytes: Uint8Array, mediaType: string) => Promise<void>;
  /** Null: there is nothing under that key. */
  read: (key: string) => Promise<ReadableStream<Uint8Array> | null>;
  /** Does nothing where there is nothing. */
  delete: (key: string) => Promise<void>;
};
