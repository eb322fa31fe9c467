import net from "node:net";
import { OperatorError } from "./command.mjs";

/** A port of the loopback address that nobody uses at this moment. */
export async function freePort() {
  const server = await listen(0, "127.0.0.1");
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Refuses a port that another program holds, before minutes are spent on getting ready. */
export async function requireFreePort(port) {
  try {
    const server = await listen(port);
    await new Promise((resolve) => server.close(resolve));
  } catch (error) {
    const problem = portProblems[error.code];
    if (!problem) throw error;
    throw new OperatorError(
      `端口 ${port} ${problem}：请换一个，例如 PORT=${port < 1024 ? 3000 : port + 1} npm start`,
    );
  }
}

const portProblems = { EADDRINUSE: "已被占用", EACCES: "需要管理员权限" };

/** @returns {Promise<net.Server>} */
function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once("error", reject);
    server.listen(port, host, () => resolve(server));
  });
}
