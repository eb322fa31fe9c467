import sharp from "sharp";
import { describe, expect, it, test } from "vitest";
import { readAttachment, type SentFile } from "@/lib/attachment/attachment-content";
import { mostBytes } from "@/lib/attachment/attachment-rules";
import { UploadRefused } from "@/lib/attachment/upload-refused";
import { office, part, pdf, photo, pixelBomb } from "../../support/attached-files";

/** The problem for which a file is refused; null: it is taken. */
async function problemOf(file: SentFile): Promise<string | null> {
  const problem = (error: unknown) => {
    if (error instanceof UploadRefused) return error.problem;
    throw error;
  };
  return readAttachment(file).then(() => null, problem);
}

describe("a photo", () => {
  it.each(["jpeg", "png", "webp"] as const)(
    "as %s is drawn anew, upright and without what the camera noted",
    async (format) => {
      const sent = await photo(`工地.${format}`, { format });
      const before = await sharp(sent.bytes).metadata();
      expect(before.exif?.includes(Buffer.from("SecretCam"))).toBe(true);
      expect(before.xmp?.includes(Buffer.from("GPSLatitude"))).toBe(true);

      const { bytes, photo: drawn, name, mediaType } = await readAttachment(sent);
      expect({ name, mediaType, ...drawn }).toMatchObject({
        name: "工地.jpg",
        mediaType: "image/jpeg",
        width: 1000,
        height: 2000,
      });
      for (const image of [bytes, drawn?.thumbnail ?? bytes]) {
        const { format, exif, xmp, iptc, icc, orientation, comments } = await sharp(image).metadata();
        expect(format).toBe("jpeg");
        expect([exif, xmp, iptc, icc, orientation, comments]).toEqual(Array(6).fill(undefined));
        const raw = Buffer.from(image).toString("latin1");
        for (const trace of ["Exif", "GPS", "SecretCam", "SN-4711", "xmpmeta"])
          expect(raw).not.toContain(trace);
      }
      expect(await sharp(drawn?.thumbnail).metadata()).toMatchObject({ width: 240, height: 480 });
    },
  );

  it("that is small is not blown up", async () => {
    const { photo: drawn } = await readAttachment(await photo("a.jpg", { width: 300, height: 200 }));
    expect(drawn).toMatchObject({ width: 200, height: 300 });
  });

  it("sent twice gives the same bytes", async () => {
    const [one, two] = await Promise.all([readAttachment(await photo()), readAttachment(await photo())]);
    expect(one?.sha256).toBe(two?.sha256);
  });

  it("that breaks off is refused", async () => {
    const { name, bytes } = await photo("a.png", { format: "png" });
    expect(await problemOf({ name, bytes: bytes.subarray(0, bytes.length / 2) })).toBe("broken");
  });

  it("with a beginning only is refused", async () => {
    expect(await problemOf({ name: "a.jpg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]) })).toBe(
      "broken",
    );
  });

  it("of too many pixels is refused before it is decoded", async () => {
    const bomb = pixelBomb();
    expect(bomb.bytes.length).toBeLessThan(2 * 1024 * 1024);
    expect(await problemOf(bomb)).toBe("pixels");
  });
});

test("a PDF is kept as it is", async () => {
  const { kind, bytes, photo: drawn } = await readAttachment(pdf());
  expect([kind, Buffer.from(bytes).equals(Buffer.from(pdf().bytes)), drawn]).toEqual(["pdf", true, null]);
});

test.each(["docx", "xlsx", "pptx"] as const)("a plain %s is kept as it is", async (type) => {
  expect(await problemOf(office(`纪要.${type}`, { type }))).toBeNull();
});

const megabytes = (count: number) => Buffer.alloc(count * 1024 * 1024);

test.each<[string, SentFile, string]>([
  ["an empty file", { name: "a.pdf", bytes: Buffer.alloc(0) }, "nothing"],
  [
    "a photo above its limit",
    { name: "a.jpg", bytes: Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(mostBytes.photo)]) },
    "too-big",
  ],
  [
    "a PDF above its limit",
    { name: "a.pdf", bytes: Buffer.concat([Buffer.from("%PDF-"), Buffer.alloc(mostBytes.pdf)]) },
    "too-big",
  ],
  ["a document with macros under another name", office("a.docx", { type: "docm" }), "macro"],
  ["a document with a macro part", office("a.docx", { parts: [part("word/vbaProject.bin")] }), "macro"],
  [
    "a table with old macros",
    office("a.xlsx", { type: "xlsx", parts: [part("xl/macrosheets/s.xml")] }),
    "macro",
  ],
  [
    "a document with a document with macros",
    office("a.docx", { parts: [part("word/embeddings/b.xlsm")] }),
    "macro",
  ],
  ["a table that calls itself a text", office("a.docx", { type: "xlsx" }), "mismatch"],
  [
    "a zip that is no document",
    { name: "a.docx", bytes: Buffer.from("PK\x03\x04 and nothing more") },
    "broken",
  ],
  [
    "a small file that unpacks to 60 MB",
    office("a.xlsx", { type: "xlsx", parts: [part("xl/s.xml", megabytes(60))] }),
    "bomb",
  ],
  [
    "a file that says it unpacks to 3 GB",
    office("a.docx", { parts: [part("word/a.xml", "x", 3_000_000_000)] }),
    "bomb",
  ],
  [
    "a file that says less than it unpacks to",
    office("a.docx", { parts: [part("word/a.xml", megabytes(20), 1_000)] }),
    "broken",
  ],
  [
    "a file of too many parts",
    office("a.docx", { parts: Array.from({ length: 5_001 }, (_, at) => part(`word/${at}.xml`, "")) }),
    "bomb",
  ],
  ["a part that leads out of the file", office("a.docx", { parts: [part("../../etc/passwd")] }), "broken"],
])("%s is refused", async (_what, file, problem) => {
  expect(await problemOf(file)).toBe(problem);
});
