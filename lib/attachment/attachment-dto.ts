export const attachmentKinds = ["photo", "pdf", "office"] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** A photo or file of a report, as its author, its reviewer and officials see it. */
export type Attachment = {
  key: string;
  kind: AttachmentKind;
  /** The file's name as its author had it. */
  name: string;
  bytes: number;
  /** Pixels; null for what is no photo. */
  width: number | null;
  height: number | null;
  /** What a photo shows; null: not written. */
  caption: string | null;
  /** It came back with a returned report; else it belongs to the draft, or to the report that is read. */
  isReturned: boolean;
};

/** What the server sends when somebody asks for an attachment's bytes. */
export type AttachmentFile = Pick<Attachment, "key" | "kind" | "name"> & {
  /** Under which key the storage keeps the bytes. */
  blob: string;
  mediaType: string;
  sha256: string;
  /** Anybody may see it, signed in or not. */
  isPublic: boolean;
};

/** Which report's form: as an address names it. */
export type NamedForm = {
  /** Of the project. */
  code: string;
  /** The number of the published report that is corrected; null: none. */
  corrects: number | null;
};

/** The form that a photo or file is added to. */
export type AttachedForm = NamedForm & {
  /** The name of its draft. */
  form: string;
};
