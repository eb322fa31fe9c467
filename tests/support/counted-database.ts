// Import it alone, before anything of lib: then every statement of this test file's client is counted.
import { countQueries } from "../bench/query-counter.mjs";

const { url, queries } = await countQueries(String(process.env.DATABASE_URL));
process.env.DATABASE_URL = url;

/** How many statements something takes. */
export async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  const before = queries();
  await work();
  return queries() - before;
}
