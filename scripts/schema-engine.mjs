import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from "@prisma/driver-adapter-utils";
import pg from "pg";

/** Types of Postgres' own tables which the adapter does not know, and the types it may read them as. */
const catalogTypes = { char: { oid: 18, as: 25 }, nameArray: { oid: 1003, as: 1009 } };

/**
 * Prisma's schema engine in WASM, on one database; close it after use.
 * @param {string} url
 * @param {{ path: string, content: string }[]} schemaFiles
 */
export async function openSchemaEngine(url, schemaFiles) {
  wasm ??= loadWasm();
  const { SchemaEngine } = await wasm;
  const pool = new CatalogPool({ connectionString: url });
  const factory = bindMigrationAwareSqlAdapterFactory(new CatalogAdapter(pool));
  const datamodels = schemaFiles.map((file) => [file.path, file.content]);
  const engine = await SchemaEngine.new({ datamodels }, () => {}, factory);
  return { engine, close: () => pool.end() };
}

/** Loaded once: its bindings keep views of one memory. */
let wasm;

async function loadWasm() {
  const loader = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import(loader);
  const bytes = fs.readFileSync(path.join(path.dirname(loader), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => console.error(message) };
  return bindings;
}

/** Reads catalog types as types that the adapter knows and remembers which columns were single characters. */
class CatalogPool extends pg.Pool {
  characterColumns = new WeakMap();

  async query(...args) {
    const result = await super.query(...args);
    const columns = [];
    for (const [index, field] of (result?.fields ?? []).entries()) {
      if (field.dataTypeID === catalogTypes.char.oid) columns.push(index);
      const type = Object.values(catalogTypes).find(({ oid }) => oid === field.dataTypeID);
      if (type) field.dataTypeID = type.as;
    }
    if (columns.length > 0) this.characterColumns.set(result.rows, columns);
    return result;
  }
}

class CatalogAdapter extends PrismaPg {
  constructor(pool) {
    super(pool);
    this.pool = pool;
  }

  async connect() {
    const adapter = await super.connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (query) => {
      const result = await queryRaw(query);
      for (const index of this.pool.characterColumns.get(result.rows) ?? []) {
        result.columnTypes[index] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  }
}
