import pg from "pg";

/** Adds the rows that these tests read: what the facts hold is not their concern. */
export async function addProjects(client: pg.Client, names: Record<string, string>): Promise<void> {
  await client.query("insert into dataset (id, kind) values (1, 'real') on conflict do nothing");
  for (const [code, name] of Object.entries(names)) {
    await client.query(
      `insert into projects (code, name, short_name, type, summary, sourced_on, search_text, pinyin)
       values ($1, $2, $2, 'engineering', '', '2015-08-10', '', '')`,
      [code, name],
    );
  }
}

/** A connection of the test itself, past the gates. */
export async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  return client;
}
