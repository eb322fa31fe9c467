import net from "node:net";
import { atEnd } from "../../scripts/command.mjs";

/** Type bytes of the messages that run a statement: Execute and the simple Query. */
const runsStatement = new Set(["E", "Q"].map((letter) => letter.charCodeAt(0)));

/**
 * Listens in front of a Postgres server and counts the statements that pass, until the command ends.
 * @param {string} databaseUrl
 * @returns {Promise<{ url: string, queries: () => number }>} url: the same database, past the counter
 */
export async function countQueries(databaseUrl) {
  const target = new URL(databaseUrl);
  let count = 0;
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    const read = messageReader((type) => {
      if (runsStatement.has(type)) count += 1;
    });
    client.on("data", read).pipe(upstream).pipe(client);
    client.on("error", () => upstream.destroy());
    upstream.on("error", () => client.destroy());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  atEnd(() => server.close());
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(server.address().port);
  return { url: url.href, queries: () => count };
}

/** Calls back with the type of each message of a client's stream; its first message has none. */
function messageReader(onMessage) {
  let rest = Buffer.alloc(0);
  let isFirst = true;
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const headerBytes = isFirst ? 0 : 1;
      if (rest.length < headerBytes + 4) return;
      const messageBytes = headerBytes + rest.readUInt32BE(headerBytes);
      if (rest.length < messageBytes) return;
      if (!isFirst) onMessage(rest[0]);
      isFirst = false;
      rest = rest.subarray(messageBytes);
    }
  };
}
