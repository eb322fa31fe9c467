import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectPath } from "./project.mjs";

// Writes docs/data-dictionary.md from the /// comments of prisma/schema, so that tables are described once.
// A unit test shows that the page is up to date.

const target = projectPath("docs", "data-dictionary.md");

const introduction = `# Data dictionary

Written by \`npm run db:dictionary\` from the comments in \`prisma/schema\`; change those. Words that return:

- **Date range**: three columns \`…from\`, \`…to\`, \`…precision\`, the first and last possible day. \`from\` is null exactly when only an upper
  bound is known (\`not_after\`). A deadline is the last day of its range.
- **Money**: whole units of its currency as bigint, never floating point. Null is "not stated", never 0.
- **Effective and recorded**: when it happened, and when it became known.
- **Projection**: columns that follow from events and published reports by trigger; never written by hand.
- **Append-only**: UPDATE, DELETE and TRUNCATE are refused by trigger. No domain row is ever deleted.
`;

/** The whole page, from the schema as it is now. */
export function dataDictionary() {
  const folder = projectPath("prisma", "schema");
  const files = readdirSync(folder).filter((name) => name.endsWith(".prisma"));
  const blocks = files.flatMap((name) => readBlocks(readFileSync(path.join(folder, name), "utf8")));
  const enums = blocks.filter(({ kind }) => kind === "enum");
  const models = blocks.filter(({ kind }) => kind === "model");
  return [
    introduction,
    "## Tables\n",
    ...models.map((model) => modelSection(model, new Set(models.map(({ name }) => name)))),
    "## Enumerations\n",
    ...enums.map(enumSection),
  ].join("\n");
}

/** @param {string} schema */
function readBlocks(schema) {
  const blocks = [];
  const pattern = /((?:^\/\/\/.*\n)*)^(model|enum) (\w+) \{\n([\s\S]*?)^\}/gm;
  for (const [, comments = "", kind = "", name = "", body = ""] of schema.matchAll(pattern)) {
    const fields = readFields(body);
    const table = /@@map\("(\w+)"\)/.exec(body)?.[1] ?? name;
    blocks.push({ kind, name, table, comment: plain(comments), fields });
  }
  return blocks;
}

/** @param {string} body */
function readFields(body) {
  const fields = [];
  let comment = "";
  for (const line of body.split("\n").map((text) => text.trim())) {
    if (line.startsWith("///")) comment += `${line}\n`;
    else {
      const [, name, type = ""] = /^(\w+)(?:\s+([\w[\]?]+))?/.exec(line) ?? [];
      if (name)
        fields.push({
          name,
          type,
          column: /@map\("(\w+)"\)/.exec(line)?.[1] ?? name,
          comment: plain(comment),
        });
      comment = "";
    }
  }
  return fields;
}

/** @param {string} comments */
const plain = (comments) =>
  comments
    .replace(/^\/\/\/ ?/gm, "")
    .replace(/\n/g, " ")
    .trim();

/** @param {ReturnType<typeof readBlocks>[number]} model @param {Set<string>} models */
function modelSection({ table, comment, fields }, models) {
  const columns = fields.filter(({ type }) => !models.has(type.replace(/[[\]?]/g, "")));
  const rows = columns.map(({ column, type, comment: text }) => `| \`${column}\` | ${type} | ${text} |`);
  return [
    `### ${table}`,
    "",
    ...(comment ? [comment, ""] : []),
    "| column | type | meaning |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}

/** @param {ReturnType<typeof readBlocks>[number]} block */
function enumSection({ table, comment, fields }) {
  const values = fields.map(({ name, comment: text }) => `\`${name}\`${text ? ` (${text})` : ""}`);
  return [`### ${table}`, "", ...(comment ? [comment, ""] : []), values.join(" · "), ""].join("\n");
}

if (process.argv[1] === import.meta.filename) writeFileSync(target, dataDictionary());
