import net from "node:net";

/** A way to a server that a test can close and open, and that counts what goes through to the server. */
export type TcpGate = {
  /** The server's URL, through the gate. */
  url: string;
  /** Bytes sent to the server since the gate was made. */
  bytesSent: () => number;
  /** Breaks all connections and refuses new ones. */
  close: () => Promise<void>;
  open: () => Promise<void>;
};

export async function openTcpGate(serverUrl: string): Promise<TcpGate> {
  const { hostname, port } = new URL(serverUrl);
  const sockets = new Set<net.Socket>();
  let bytes = 0;
  const gate = net.createServer((client) => {
    const server = net.connect(Number(port || 5432), hostname);
    client.on("data", (chunk) => {
      bytes += chunk.length;
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      sockets.add(from);
      from.pipe(to);
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  const gatePort = await listen(gate, 0);
  const url = new URL(serverUrl);
  url.hostname = "127.0.0.1";
  url.port = String(gatePort);
  return {
    url: url.href,
    bytesSent: () => bytes,
    close: async () => {
      const closed = new Promise<void>((resolve) => gate.close(() => resolve()));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    open: async () => {
      await listen(gate, gatePort);
    },
  };
}

function listen(server: net.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}
