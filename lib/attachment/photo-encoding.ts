import "server-only";
import sharp from "sharp";
import { UploadRefused } from "./upload-refused";

const mostPixels = 64_000_000;
const longestSide = 2000;
const longestSideOfThumbnail = 480;
const timeoutSeconds = 20;

// Photos come from outside: nothing but these three decoders ever sees their bytes.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
});

export type EncodedPhoto = { bytes: Uint8Array; thumbnail: Uint8Array; width: number; height: number };

/**
 * Draws a photo anew as JPEG, upright and no larger than a screen needs. What the camera noted in it (place, time,
 * serial number, a preview) stays behind with the original, which is not kept.
 */
export function encodePhoto(original: Uint8Array): Promise<EncodedPhoto> {
  const encoded = lastEncoding.then(() => encode(original));
  lastEncoding = encoded.catch(() => undefined);
  return encoded;
}

// One at a time: a photo of the largest size takes some 250 MB while it is decoded.
let lastEncoding: Promise<unknown> = Promise.resolve();

async function encode(original: Uint8Array): Promise<EncodedPhoto> {
  try {
    const { width, height } = await sharp(original, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) throw new UploadRefused("pixels");
    const photo = await jpegOf(original, { side: longestSide, quality: 82 });
    const thumbnail = await jpegOf(photo.data, { side: longestSideOfThumbnail, quality: 74 });
    return {
      bytes: photo.data,
      thumbnail: thumbnail.data,
      width: photo.info.width,
      height: photo.info.height,
    };
  } catch (error) {
    if (error instanceof UploadRefused) throw error;
    // The decoder's own words are about bytes; whatever it cannot read, nobody can look at.
    throw new UploadRefused("broken");
  }
}

function jpegOf(image: Uint8Array, { side, quality }: { side: number; quality: number }) {
  return sharp(image, { limitInputPixels: mostPixels, failOn: "error" })
    .timeout({ seconds: timeoutSeconds })
    .autoOrient()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .jpeg({ quality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
}
