// Files as staff attach them, and as nobody should: made here, so that no test carries somebody's photo.
import { crc32, deflateRawSync, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { SentFile } from "@/lib/attachment/attachment-content";

/** Where the camera says the photo was taken: 遵义, 27.7257 N 106.9272 E. */
const place = {
  GPSLatitudeRef: "N",
  GPSLatitude: "27/1 43/1 32/1",
  GPSLongitudeRef: "E",
  GPSLongitude: "106/1 55/1 38/1",
};
const camera = { Make: "SecretCam", Model: "SN-4711", DateTime: "2016:08:20 10:00:00" };

type PhotoOptions = { format?: "jpeg" | "png" | "webp"; width?: number; height?: number; shade?: number };

/** A photo of a site, lying on its side, with the place where it was taken. */
export async function photo(name = "工地.jpg", options: PhotoOptions = {}): Promise<SentFile> {
  const { format = "jpeg", width = 2600, height = 1300, shade = 120 } = options;
  const background = { r: shade, g: 90, b: 60 };
  const bytes = await sharp({ create: { width, height, channels: 3, background } })
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: camera, IFD3: place })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
      <rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="27,43.53N"/></rdf:RDF></x:xmpmeta>`)
    .toFormat(format)
    .toBuffer();
  return { name, bytes };
}

/** A PDF as far as anybody looks. */
export function pdf(name = "验收单.pdf", text = "one page"): SentFile {
  return { name, bytes: Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF\n`) };
}

type Part = { name: string; data: Buffer; claims?: number };

const mainTypes = {
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  docm: "application/vnd.ms-word.document.macroEnabled.main+xml",
} as const;

/** A document of Office with these parts besides the one that says what it is. */
export function office(name: string, { type = "docx", parts = [] }: OfficeOptions = {}): SentFile {
  const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Override PartName="/document.xml" ContentType="${mainTypes[type]}"/></Types>`;
  return { name, bytes: zip([{ name: "[Content_Types].xml", data: Buffer.from(types) }, ...parts]) };
}
type OfficeOptions = { type?: keyof typeof mainTypes; parts?: readonly Part[] };

export const part = (name: string, data: Buffer | string = "<x/>", claims?: number): Part => ({
  name,
  data: Buffer.from(data),
  claims,
});

/** A zip; a part that `claims` a size says so instead of its true one. */
export function zip(parts: readonly Part[]): Buffer {
  const written: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claims } of parts) {
    const packed = deflateRawSync(data);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x0800, 2);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claims ?? data.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), fields, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\x00"), fields, tail, Buffer.from(name)]));
    written.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...written, entries, end]);
}

/** A picture of 20,000 × 20,000 pixels in 50 KB. */
export function pixelBomb(): SentFile {
  const side = 20_000;
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const chunks = [chunk("IHDR", header), chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return { name: "bomb.png", bytes: Buffer.concat([signature, ...chunks]) };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
