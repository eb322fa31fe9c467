import { createHash } from "node:crypto";
import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage";
import { requireStorageKey } from "./storage-key";

export type S3Settings = {
  /** Such as https://s3.example.cn; the bucket follows in the path, which every S3-compatible server understands. */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

const timeoutMs = 30_000;
const retries = 3;

/** Keeps each key as an object of a bucket that speaks S3. */
export function s3Storage({ endpoint, bucket, region, ...keys }: S3Settings): Storage {
  const client = new AwsClient({ ...keys, region, service: "s3", retries });
  const ask = async (method: "PUT" | "GET" | "DELETE", key: string, init: RequestInit = {}) => {
    requireStorageKey(key);
    const url = `${endpoint.replace(/\/+$/, "")}/${encodeURIComponent(bucket)}/${key}`;
    return client.fetch(url, { ...init, method, signal: AbortSignal.timeout(timeoutMs) });
  };
  return {
    async put(key, bytes, mediaType) {
      const headers = {
        "content-type": mediaType,
        // Signed with the request: the server refuses bytes that were changed on their way.
        "x-amz-content-sha256": createHash("sha256").update(bytes).digest("hex"),
      };
      await requireSuccess(await ask("PUT", key, { headers, body: Uint8Array.from(bytes) }));
    },
    async read(key) {
      const response = await ask("GET", key);
      if (response.status !== 404) return (await requireSuccess(response)).body;
      await response.body?.cancel();
      return null;
    },
    async delete(key) {
      const response = await ask("DELETE", key);
      if (response.status !== 404) await requireSuccess(response);
      await response.body?.cancel();
    },
  };
}

/** What the server says of its refusal is for the log; it names no secret. */
async function requireSuccess(response: Response): Promise<Response> {
  if (response.ok) return response;
  const said = (await response.text()).slice(0, 500);
  throw new Error(`The storage answered ${response.status}: ${said}`);
}
