import type { Program } from '../../domain/program/program.schema.js';
import type { Database } from '../../ports/database.js';
import type { LoadedProgram, Programs } from '../../ports/programs.js';
import { readStoredProgram } from './stored-program.js';

/** The program in force and the versions running requests are pinned to. */
export function createPrograms(current: LoadedProgram): Programs {
  const known = new Map<string, Program>([[current.versionId, current.program]]);
  return {
    current: () => current,
    async byVersion(db, versionId) {
      const cached = known.get(versionId);
      if (cached) return cached;
      const row = await db.programVersion.findUniqueOrThrow({ where: { id: versionId } });
      const program = readStoredProgram(versionId, row.body);
      known.set(versionId, program);
      return program;
    },
  };
}

/** Stores the version in force, so that requests can be pinned to it. */
export async function keepProgramVersion(
  db: Database,
  { versionId, program }: LoadedProgram,
  at: Date,
): Promise<void> {
  await db.programVersion.createMany({
    data: [{ id: versionId, body: program, loadedAt: at }],
    skipDuplicates: true,
  });
}
