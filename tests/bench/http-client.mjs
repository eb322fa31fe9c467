import http from "node:http";

const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });

/**
 * One request over a kept connection; rejects on any answer but 200.
 * @param {string} url
 * @returns {Promise<{ text: string, cache: string | undefined }>} cache: HIT or MISS of a stored page
 */
export function get(url) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent }, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () => {
        if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`));
        resolve({ text: Buffer.concat(chunks).toString(), cache: response.headers["x-nextjs-cache"] });
      });
      response.on("error", reject);
    });
    request.setTimeout(30_000, () => request.destroy(new Error(`${url} did not answer`)));
    request.on("error", reject);
  });
}

/**
 * Requests per second with a few connections, for about so long.
 * @param {string} url
 * @param {{ milliseconds: number, connections: number }} options
 */
export async function requestsPerSecond(url, { milliseconds, connections }) {
  const began = performance.now();
  let answered = 0;
  const ask = async () => {
    while (performance.now() - began < milliseconds) {
      await get(url);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  return (answered * 1000) / (performance.now() - began);
}
