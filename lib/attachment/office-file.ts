import "server-only";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { UploadRefused } from "./upload-refused";

const mostEntries = 5_000;
const mostInflatedBytes = 200 * 1024 * 1024;
const mostRatio = 100;
/** Small files may well consist of repetitions. */
const ratioCountsFrom = 10 * 1024 * 1024;
const mostBytesOfTypes = 1024 * 1024;

const typesPart = "[Content_Types].xml";
const macroPart =
  /(?:^|\/)(?:vbaProject|vbaData|macrosheets|intlmacrosheets|activeX)|\.(?:docm|dotm|xlsm|xltm|xlsb|xlam|pptm|potm|ppsm|ppam)$/i;
const macroType = /macroEnabled|vbaProject|macrosheet|activeX/i;

/**
 * Refuses an Office file that cannot be opened, carries macros, or would fill a disk when it is unpacked. Every part is
 * unpacked here, a piece at a time, as the sizes that a zip states need not be true.
 */
export async function requireHarmlessOfficeFile(file: Uint8Array, mediaType: string): Promise<void> {
  try {
    const zip = await fromBufferPromise(Buffer.from(file), { lazyEntries: true, autoClose: false });
    const entries = await listEntries(zip, file.length);
    const types = await unpack(zip, entries);
    if (macroType.test(types)) throw new UploadRefused("macro");
    if (!types.includes(`${mediaType}.main+xml`)) throw new UploadRefused("mismatch");
  } catch (error) {
    if (error instanceof UploadRefused) throw error;
    throw new UploadRefused("broken");
  }
}

async function listEntries(zip: ZipFile, fileBytes: number): Promise<Entry[]> {
  if (zip.entryCount > mostEntries) throw new UploadRefused("bomb");
  const entries: Entry[] = [];
  let inflatedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new UploadRefused("locked");
    if (macroPart.test(entry.fileName)) throw new UploadRefused("macro");
    inflatedBytes += entry.uncompressedSize;
    const isSuspicious = inflatedBytes > ratioCountsFrom && inflatedBytes > fileBytes * mostRatio;
    if (inflatedBytes > mostInflatedBytes || isSuspicious) throw new UploadRefused("bomb");
    entries.push(entry);
  }
  return entries;
}

/** Unpacks every part, which fails where one is larger than it says; returns the part that says what the parts are. */
async function unpack(zip: ZipFile, entries: readonly Entry[]): Promise<string> {
  const types: Buffer[] = [];
  for (const entry of entries) {
    const isTypes = entry.fileName === typesPart;
    if (isTypes && entry.uncompressedSize > mostBytesOfTypes) throw new UploadRefused("bomb");
    for await (const piece of await zip.openReadStreamPromise(entry)) if (isTypes) types.push(piece);
  }
  return Buffer.concat(types).toString("utf8");
}
