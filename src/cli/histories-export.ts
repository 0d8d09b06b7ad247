import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { readRuns } from '../adapters/temporal/read-runs.js';
import { withServices } from './connect.js';
import { print, tell } from './say.js';

const TELL_EVERY = 100;

/**
 * `desk histories export [--out DIR]`: one JSON file per run, for replaying before an upgrade. Payloads stay encrypted.
 * Which workflows there are is read from PostgreSQL: a rehearsal's server keeps no list of them.
 */
export async function historiesExport({ out }: { out: string }): Promise<number> {
  return withServices(async ({ services, client }) => {
    const folder = resolve(out);
    await mkdir(folder, { recursive: true });
    const started = await services.db.outbox.findMany({
      where: { kind: 'start', deliveredAt: { not: null } },
      distinct: ['workflowId'],
      orderBy: { id: 'asc' },
      select: { workflowId: true },
    });
    let files = 0;
    let gone = 0;
    for (const [index, { workflowId }] of started.entries()) {
      const runs = await readRuns(client, workflowId);
      if (runs.length === 0) gone += 1;
      for (const [number, run] of runs.entries()) {
        const name = `${workflowId.replaceAll('/', '~')}~run-${number + 1}.json`;
        await writeFile(join(folder, name), `${JSON.stringify(run)}\n`);
        files += 1;
      }
      if ((index + 1) % TELL_EVERY === 0) tell(`${index + 1} of ${started.length} workflows`);
    }
    print(`histories: ${files}`);
    print(`no longer kept by Temporal: ${gone}`);
    print(`in: ${folder}`);
    return 0;
  });
}
