import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { StoredMigration } from './migrations-folder.js';

export interface OpenEngine {
  engine: SchemaEngine;
  close(): Promise<void>;
}

/**
 * Prisma's own schema engine, compiled to WebAssembly and shipped by npm. The `prisma` command downloads a native
 * one from its own host instead, which a closed network doesn't allow; both write the same `_prisma_migrations`.
 * @param input.url database to work on. @param input.shadowUrl an empty database to replay migrations in, for diffs.
 */
export async function openSchemaEngine(input: { url: string; shadowUrl?: string }): Promise<OpenEngine> {
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as Glue;
  await instantiateOnce(glue);
  // Pools of our own: the engine never closes its connections, and an idle one keeps the engine's advisory lock.
  const pools: pg.Pool[] = [];
  const connect = async (url: string) => {
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000 });
    pools.push(pool);
    const connection = await new PrismaPg(pool).connect();
    const queryRaw = connection.queryRaw.bind(connection);
    connection.queryRaw = (query) => queryRaw({ ...query, sql: readableByAdapter(query.sql) });
    // The adapter cuts scripts at every semicolon, in comments and function bodies too; PostgreSQL knows better.
    connection.executeScript = async (script) => {
      await connection.executeRaw({ sql: script, args: [], argTypes: [] });
    };
    return connection;
  };
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(input.url),
    connectToShadowDb: () => connect(input.shadowUrl ?? input.url),
  });
  const engine = await glue.SchemaEngine.new(
    { datamodels: [['schema.prisma', provider]] },
    () => undefined,
    factory,
  );
  return {
    engine,
    close: async () => {
      engine.free();
      await Promise.all(pools.map((pool) => pool.end()));
    },
  };
}

const provider = 'datasource db {\n  provider = "postgresql"\n}\n';

/**
 * When the engine reads a database it asks for columns of type "char", which the adapter can't carry: cast them.
 * Check constraints are left out, since Prisma's schema knows none.
 */
function readableByAdapter(sql: string): string {
  return sql
    .replace(/\bcon\.(confdeltype|confupdtype),/g, 'con.$1::text AS $1,')
    .replace('constr.contype AS', 'constr.contype::text AS')
    .replace("contype NOT IN ('p', 'u', 'f')", 'false');
}

type Glue = typeof import('@prisma/schema-engine-wasm/schema_engine_bg') & {
  __wbg_set_wasm(exports: WebAssembly.Exports): void;
};

let instantiated: Promise<void> | null = null;

function instantiateOnce(glue: Glue): Promise<void> {
  instantiated ??= (async () => {
    const path = createRequire(import.meta.url)
      .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
      .replace(/\.js$/, '.wasm');
    const { instance } = await WebAssembly.instantiate(await readFile(path), {
      './schema_engine_bg.js': withoutLingeringTimers(glue),
    });
    glue.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return instantiated;
}

/** Its lock timeout of 10 s is never cancelled and would keep a finished process alive that long. */
function withoutLingeringTimers(glue: Glue): WebAssembly.ModuleImports {
  const imports = { ...(glue as unknown as WebAssembly.ModuleImports) };
  for (const name of Object.keys(imports).filter((key) => key.startsWith('__wbg_setTimeout'))) {
    imports[name] = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();
  }
  return imports;
}

export const everything = { externalTables: [], externalEnums: [] };

/** The folder in the shape the engine takes. */
export function asMigrationList(dir: string, migrations: StoredMigration[]): MigrationList {
  return {
    baseDir: dir,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  };
}
