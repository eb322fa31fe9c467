import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { folderStorage } from "@/lib/storage/folder-storage";
import { s3Storage } from "@/lib/storage/s3-storage";
import type { Storage } from "@/lib/storage/storage";
import { newStorageKey, thumbnailKey } from "@/lib/storage/storage-key";
import { type S3Server, startS3Server } from "../../support/s3-server";

const settings = {
  bucket: "zunyi-attachments",
  region: "cn-southwest-1",
  accessKeyId: "AKTEST",
  secretAccessKey: "only/for+tests",
};

let folder: string;
let server: S3Server;
const storages: [string, () => Storage][] = [
  ["a folder", () => folderStorage(folder)],
  ["a server that speaks S3", () => s3Storage({ ...settings, endpoint: `${server.endpoint}/` })],
];

beforeAll(async () => {
  folder = path.join(mkdtempSync(path.join(tmpdir(), "storage-")), "attachments");
  server = await startS3Server(settings);
});

afterAll(async () => {
  rmSync(path.dirname(folder), { recursive: true });
  await server.stop();
});

const textOf = async (stream: ReadableStream<Uint8Array> | null) =>
  stream && Buffer.from(await new Response(stream).arrayBuffer()).toString();
const bytes = (text: string) => new TextEncoder().encode(text);

describe.each(storages)("the storage in %s", (_name, storage) => {
  it("gives back what was put, and nothing once it was deleted", async () => {
    const key = newStorageKey();
    expect(await storage().read(key)).toBeNull();
    await storage().put(key, bytes("照片"), "image/jpeg");
    await storage().put(thumbnailKey(key), bytes("小图"), "image/jpeg");
    expect(await textOf(await storage().read(key))).toBe("照片");
    expect(await textOf(await storage().read(thumbnailKey(key)))).toBe("小图");
    await storage().delete(key);
    await storage().delete(key);
    expect(await storage().read(key)).toBeNull();
    expect(await textOf(await storage().read(thumbnailKey(key)))).toBe("小图");
  });

  it("holds the last of two writings, whole", async () => {
    const key = newStorageKey();
    const versions = ["a", "b"].map((letter) => letter.repeat(100_000));
    await Promise.all(versions.map((text) => storage().put(key, bytes(text), "application/pdf")));
    expect(versions).toContain(await textOf(await storage().read(key)));
  });

  it.each(["../../etc/passwd", "..", "", "A".repeat(32), `${"a".repeat(32)}/b`, `${"a".repeat(32)}.exe`])(
    "takes no key %o, which is not one of ours",
    async (key) => {
      await expect(storage().put(key, bytes("x"), "image/jpeg")).rejects.toThrow("Not a key");
      await expect(storage().read(key)).rejects.toThrow("Not a key");
      await expect(storage().delete(key)).rejects.toThrow("Not a key");
    },
  );
});

test("a folder keeps nothing but whole files, which only their owner reads", async () => {
  const key = newStorageKey();
  await folderStorage(folder).put(key, bytes("x"), "image/jpeg");
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const file of files) {
    expect(file.name).toMatch(/^[0-9a-f]{32}(\.thumb)?$/);
    expect(statSync(path.join(file.parentPath, file.name)).mode & 0o077).toBe(0);
  }
});

test("a bucket keeps the type beside the bytes", async () => {
  const key = newStorageKey();
  await s3Storage({ ...settings, endpoint: server.endpoint }).put(key, bytes("x"), "application/pdf");
  expect(server.objects.get(key)).toMatchObject({ mediaType: "application/pdf" });
});

test("a server that is too busy is asked again", async () => {
  const key = newStorageKey();
  server.failures = 2;
  await s3Storage({ ...settings, endpoint: server.endpoint }).put(key, bytes("x"), "image/jpeg");
  expect(server.objects.has(key)).toBe(true);
});

test.each([
  ["another secret", { secretAccessKey: "wrong" }, "SignatureDoesNotMatch"],
  ["another key", { accessKeyId: "AKOTHER" }, "InvalidAccessKeyId"],
  ["another region", { region: "us-east-1" }, "InvalidAccessKeyId"],
  ["another bucket", { bucket: "somebody-elses" }, "NoSuchBucket"],
])("%s is refused, and says so instead of losing the bytes", async (_what, other, said) => {
  const storage = s3Storage({ ...settings, ...other, endpoint: server.endpoint });
  await expect(storage.put(newStorageKey(), bytes("x"), "image/jpeg")).rejects.toThrow(said);
});
