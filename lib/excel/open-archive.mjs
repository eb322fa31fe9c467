import yauzl from "yauzl";
import { WorkbookRefusal, workbookLimits } from "./workbook-limits.mjs";

const zipMagic = Buffer.from("PK\u0003\u0004", "latin1");
const compoundMagic = Buffer.from("d0cf11e0a1b11ae1", "hex");
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");

/**
 * @typedef {{
 *   has: (name: string) => boolean,
 *   names: () => string[],
 *   read: (name: string) => AsyncGenerator<string>,
 *   inflatedBytes: () => number,
 * }} Archive
 */

/**
 * Opens the zip of a workbook. Everything its directory says is checked before a byte is inflated.
 * @param {Buffer} bytes
 * @returns {Promise<Archive>}
 */
export async function openArchive(bytes) {
  if (bytes.subarray(0, 8).equals(compoundMagic)) {
    throw new WorkbookRefusal(bytes.includes(encryptedPackage) ? "encrypted" : "oldFormat");
  }
  if (!bytes.subarray(0, 4).equals(zipMagic)) throw new WorkbookRefusal("notWorkbook");
  const zip = await orDamaged(() => yauzl.fromBufferPromise(bytes, { validateEntrySizes: true }));
  const entries = await orDamaged(() => checkedEntries(zip));
  let inflated = 0;

  /** @param {string} name */
  async function* read(name) {
    const entry = entries.get(name);
    if (!entry) throw new WorkbookRefusal("damaged");
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const stream = await orDamaged(() => zip.openReadStreamPromise(entry));
    try {
      for await (const chunk of stream) {
        inflated += chunk.length;
        if (inflated > workbookLimits.inflatedBytes) throw new WorkbookRefusal("bomb");
        yield decoder.decode(chunk, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      throw asRefusal(error);
    } finally {
      stream.destroy();
    }
  }
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    read,
    inflatedBytes: () => inflated,
  };
}

async function checkedEntries(zip) {
  if (zip.entryCount > workbookLimits.entries) throw new WorkbookRefusal("bomb");
  const entries = new Map();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    const { compressedSize, uncompressedSize, fileName } = entry;
    if (entry.isEncrypted()) throw new WorkbookRefusal("encrypted");
    if (entries.has(fileName)) throw new WorkbookRefusal("damaged");
    total += uncompressedSize;
    const isLarge = uncompressedSize > workbookLimits.ratioCountsFromBytes;
    if (
      total > workbookLimits.inflatedBytes ||
      (isLarge && uncompressedSize > compressedSize * workbookLimits.ratio)
    ) {
      throw new WorkbookRefusal("bomb");
    }
    entries.set(fileName, entry);
  }
  return entries;
}

async function orDamaged(open) {
  try {
    return await open();
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Whatever a zip or its text has wrong. */
function asRefusal(error) {
  return error instanceof WorkbookRefusal ? error : new WorkbookRefusal("damaged", error.message);
}
