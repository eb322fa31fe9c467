// A bucket in memory behind HTTP. It checks each signature by its own means (AWS Signature Version 4), not by the
// library that made it, and refuses what a real server would.
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type S3Server = {
  endpoint: string;
  objects: Map<string, { bytes: Buffer; mediaType: string | undefined }>;
  /** How many of the next requests are answered with 503, as by a server that is too busy. */
  failures: number;
  stop: () => Promise<void>;
};

type Expected = { bucket: string; region: string; accessKeyId: string; secretAccessKey: string };

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** Starts it on a free port. */
export async function startS3Server(expected: Expected): Promise<S3Server> {
  const objects: S3Server["objects"] = new Map();
  const server = createServer((request, response) => {
    void answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const running: S3Server = {
    endpoint: `http://127.0.0.1:${port}`,
    objects,
    failures: 0,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
  return running;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const body = Buffer.concat(await request.toArray());
    if (running.failures > 0) {
      running.failures -= 1;
      response.writeHead(503).end("SlowDown");
      return;
    }
    const refused = refusalOf(request, body, expected);
    if (refused) {
      response.writeHead(403).end(refused);
      return;
    }
    const [, bucket, key = ""] = /^\/([^/]+)\/(.+)$/.exec(request.url ?? "") ?? [];
    if (bucket !== expected.bucket) {
      response.writeHead(404).end("NoSuchBucket");
    } else if (request.method === "PUT") {
      objects.set(key, { bytes: body, mediaType: request.headers["content-type"] });
      response.writeHead(200).end();
    } else if (request.method === "DELETE") {
      objects.delete(key);
      response.writeHead(204).end();
    } else {
      const object = objects.get(key);
      response.writeHead(object ? 200 : 404).end(object?.bytes ?? "NoSuchKey");
    }
  }
}

/** Why the request is not accepted; null when it is. */
function refusalOf(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  expected: Expected,
): string | null {
  const given = /^AWS4-HMAC-SHA256 Credential=([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
    headers.authorization ?? "",
  );
  if (!given) return "AccessDenied";
  const [, credential = "", signedNames = "", signature] = given;
  const [accessKeyId, day = "", region = "", service, end] = credential.split("/");
  const at = String(headers["x-amz-date"]);
  const isOurs = accessKeyId === expected.accessKeyId && region === expected.region;
  if (!isOurs || service !== "s3" || end !== "aws4_request" || !at.startsWith(day))
    return "InvalidAccessKeyId";
  if (Math.abs(Date.now() - instantOf(at)) > 15 * 60_000) return "RequestTimeTooSkewed";
  const names = signedNames.split(";");
  if (!["host", "x-amz-date", "x-amz-content-sha256"].every((name) => names.includes(name)))
    return "AccessDenied";

  const payload = String(headers["x-amz-content-sha256"]);
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const lines = names.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const canonical = [method, url, "", lines, signedNames, payload].join("\n");
  const scope = [day, region, "s3", "aws4_request"];
  const secret = [...scope].reduce<string | Buffer>(hmac, `AWS4${expected.secretAccessKey}`);
  const text = ["AWS4-HMAC-SHA256", at, scope.join("/"), sha256(canonical)].join("\n");
  return hmac(secret, text).toString("hex") === signature ? null : "SignatureDoesNotMatch";
}

/** "20161122T093000Z" */
function instantOf(stamp: string): number {
  return Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\dT\d\d)(\d\d)(\d\dZ)$/, "$1-$2-$3:$4:$5"));
}
