// What the application is compared with: a file from memory, and the same data by prepared SQL written by hand.
// node limits-server.mjs PORT, with DATABASE_URL
import http from "node:http";
import pg from "pg";
import { handWritten } from "./limit-queries.mjs";

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const file = Buffer.from("遵义".repeat(5_000));

http
  .createServer(async (request, response) => {
    const [, name = "", value = ""] = (request.url ?? "").split("/");
    if (name === "file") {
      response.setHeader("content-type", "text/plain; charset=utf-8");
      return response.end(file);
    }
    const { text, values } = handWritten[name](decodeURIComponent(value));
    const { rows } = await pool.query({ name, text, values });
    response.setHeader("content-type", "application/json");
    response.end(rows[0].body);
  })
  .listen(Number(process.argv[2]), "127.0.0.1");
