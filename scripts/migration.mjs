// Writes the next migration: node scripts/migration.mjs add_reminder_table
// Compares prisma/migrations with prisma/schema.prisma on a throwaway PostgreSQL, so nothing else need run.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib.mjs';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Usage: node scripts/migration.mjs NAME   (lower case letters, digits and underscores)');
  process.exit(2);
}
const tools = join(root, '.build', 'tools');
// Emit without checking types: a migration is often written while the code that uses it is still unfinished.
execFileSync(
  process.execPath,
  [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    'tsconfig.build.json',
    '--noCheck',
    '--outDir',
    tools,
  ],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
const load = (path) => import(pathToFileURL(join(tools, path)).href);
const { startPostgres } = await load('laptop/servers/postgres.js');
const { draftMigration } = await load('adapters/database/draft-migration.js');

const dir = join(root, 'prisma/migrations');
const temp = mkdtempSync(join(tmpdir(), 'ta-desk-migration-'));
const server = await startPostgres({
  clusterDir: join(temp, 'pg'),
  logFile: join(temp, 'pg.log'),
  password: 'throwaway',
  throwaway: true,
});
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.once(name, () => void server.stop().finally(() => process.exit(1)));
try {
  const sql = await draftMigration({
    url: server.url,
    dir,
    schema: readFileSync(join(root, 'prisma/schema.prisma'), 'utf8'),
  });
  if (!sql) {
    console.log('The migrations already lead to prisma/schema.prisma; nothing to write.');
  } else {
    const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
    const folder = join(dir, `${stamp}_${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'migration.sql'), sql);
    writeFileSync(join(dir, 'migration_lock.toml'), 'provider = "postgresql"\n');
    console.log(`Wrote ${folder}/migration.sql. Read it before committing.`);
  }
} finally {
  await server.stop();
  rmSync(temp, { recursive: true, force: true });
}
