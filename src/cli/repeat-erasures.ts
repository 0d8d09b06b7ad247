import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../adapters/clock/system-clock.js';
import { parseKeyRing } from '../adapters/crypto/key-ring.js';
import { createVault } from '../adapters/crypto/vault.js';
import { createDatabase } from '../adapters/database/client.js';
import { createLog } from '../adapters/log/create-log.js';
import { createPrograms } from '../adapters/program/create-programs.js';
import { loadProgram } from '../adapters/program/load-program.js';
import type { Files } from '../ports/files.js';
import { projectRoot } from '../project-root.js';
import { eraseAgain } from '../usecases/erasure/erase-again.js';
import { ERASURE_LIST } from '../usecases/erasure/erasure-list.js';
import { erasureListSchema } from '../usecases/erasure/erasure-list.schema.js';
import { CannotRun } from './connect.js';
import { tell } from './say.js';

/** The list that the desk keeps in its data folder, or a file of it; null: there is none. @throws CannotRun */
export function readErasures(dataDir: string, file?: string) {
  const path = file ?? join(dataDir, ERASURE_LIST);
  if (!existsSync(path)) {
    if (file) throw new CannotRun(`There is no file ${file}.`);
    return null;
  }
  try {
    return erasureListSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw new CannotRun(`${path} is no list of erasures.`);
  }
}

/** What was erased by hand since the backup was made goes again; what its time is up for, with the first daily erasure. */
export async function repeatErasures(
  url: string,
  keys: { appSecret: string; encryptionKeys: string; programDir?: string; files: Files },
  { list, madeAt }: { list: ReturnType<typeof readErasures>; madeAt: Date },
): Promise<void> {
  const db = createDatabase(url);
  const program = loadProgram(keys.programDir ?? join(projectRoot, 'program'));
  const services = {
    db,
    vault: createVault({ keyRing: parseKeyRing(keys.encryptionKeys), appSecret: keys.appSecret }),
    files: keys.files,
    log: createLog({ level: 'error', name: 'restore' }),
    programs: createPrograms(program),
    clock: systemClock,
    relay: { deliver: async () => undefined },
    whence: 'command' as const,
  };
  try {
    if (list === null) {
      tell(
        'There is no list of what was erased by hand since (erasures.json of the data folder of then): what was erased after this backup was made is back. Put it there, or name it with --erasures, and restore again.',
      );
    } else {
      const counts = await eraseAgain(services, list, madeAt);
      tell(
        `Erased again: ${counts.requests ?? 0} requests and ${counts.people ?? 0} people of the list of erasures.`,
      );
    }
  } finally {
    await db.$disconnect();
  }
}
